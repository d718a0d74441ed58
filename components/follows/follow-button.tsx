"use client";

import { ActionForm } from "@/components/ui/form";
import { followAction } from "@/lib/follows/actions";
import type { Subject } from "@/lib/follows/schema";

type Props = {
  subject: Subject;
  name: string;
  /** What is told to whoever watches it. */
  watched: string;
  /** How the buttons look where they stand. */
  look: string;
};

/** Two switches, both in the page in both states; the page's follow slot shows those that fit the reader. */
export function FollowButton({ subject, name, watched, look }: Props) {
  return (
    <div className="for-member">
      <ActionForm action={followAction} className="row" onDone={showLevel}>
        <input type="hidden" name="kind" value={subject.kind} />
        <input type="hidden" name="id" value={subject.id} />
        <button name="level" value="follow" className={`${look} when-not-following`}>
          Follow<span className="visually-hidden"> {name}</span>
        </button>
        <button name="level" value="off" className={`${look} when-following`} aria-pressed="true">
          Following<span className="visually-hidden"> {name}. Press to stop.</span>
        </button>
        <button name="level" value="watch" className={`${look} when-not-watching`} title={watched}>
          Watch<span className="visually-hidden"> {name}</span>
        </button>
        <button name="level" value="follow" className={`${look} when-watching`} aria-pressed="true" title={watched}>
          Watching<span className="visually-hidden"> {name}. Press to only follow it.</span>
        </button>
      </ActionForm>
    </div>
  );
}

/** Whatever is chosen here ends a mute, as the verb has it. */
function showLevel(sent: FormData) {
  const { dataset } = document.documentElement;
  dataset.follow = String(sent.get("level"));
  dataset.quiet = "off";
}
