"use client";

import { ActionForm } from "@/components/ui/form";
import { muteAction, unmuteAction } from "@/lib/blocks/actions";

type Props = {
  subject: { kind: "technique" | "thread"; id: number };
  name: string;
  /** How the buttons look where they stand. */
  look: string;
};

/**
 * On a member's page, beside "Block": to mute is only not to read them. The page then comes anew, without the words; who is
 * blocked need not be muted.
 */
export function MuteMemberButton({ member }: { member: { id: number; handle: string } }) {
  const subject = { kind: "member" as const, id: member.id };
  return (
    <div className="for-member when-not-quiet">
      <ActionForm action={muteAction} className="when-not-muted">
        <SubjectFields subject={subject} />
        <button className="button button-quiet">
          Mute<span className="visually-hidden"> {member.handle}</span>
        </button>
      </ActionForm>
      <ActionForm action={unmuteAction} className="when-muted">
        <SubjectFields subject={subject} />
        <button className="button button-quiet" aria-pressed="true">
          Muted<span className="visually-hidden"> {member.handle}. Press to read them again.</span>
        </button>
      </ActionForm>
    </div>
  );
}

/** Mute and unmute, both in the page; the page's quiet slot shows the one that fits the reader. */
export function MuteButton({ subject, name, look }: Props) {
  return (
    <div className="for-member">
      <ActionForm action={muteAction} className="when-not-quiet" onDone={() => setQuiet("on")}>
        <SubjectFields subject={subject} />
        <button className={look}>
          Mute<span className="visually-hidden"> {name}</span>
        </button>
      </ActionForm>
      <ActionForm action={unmuteAction} className="when-quiet" onDone={() => setQuiet("off")}>
        <SubjectFields subject={subject} />
        <button className={look} aria-pressed="true">
          Muted<span className="visually-hidden"> {name}. Press to hear of it again.</span>
        </button>
      </ActionForm>
    </div>
  );
}

function SubjectFields({ subject }: { subject: { kind: "technique" | "thread" | "member"; id: number } }) {
  return (
    <>
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
    </>
  );
}

/** What is muted is not followed, as the verb has it. */
function setQuiet(state: "on" | "off") {
  const { dataset } = document.documentElement;
  dataset.quiet = state;
  if (state === "on") dataset.follow = "off";
}
