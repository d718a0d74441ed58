"use client";

import { ActionForm } from "@/components/ui/form";
import { muteAction, unmuteAction } from "@/lib/blocks/actions";

type Props = {
  subject: { kind: "technique" | "thread"; id: number };
  name: string;
  /** How the buttons look where they stand. */
  look: string;
};

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

function SubjectFields({ subject }: Pick<Props, "subject">) {
  return (
    <>
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
    </>
  );
}

function setQuiet(state: "on" | "off") {
  document.documentElement.dataset.quiet = state;
}
