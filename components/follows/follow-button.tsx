"use client";

import { useRef } from "react";
import { ActionForm } from "@/components/ui/form";
import { followAction } from "@/lib/follows/actions";
import type { FollowLevel, Subject } from "@/lib/follows/schema";

type Props = {
  subject: Subject;
  name: string;
  /** What is told to whoever watches it. */
  watched: string;
};

/** Two switches, both in the page in both states; the page's follow slot shows those that fit the reader. */
export function FollowButton({ subject, name, watched }: Props) {
  const chosen = useRef<FollowLevel>("off");
  const choice = (level: FollowLevel) => ({ name: "level", value: level, onClick: () => (chosen.current = level) });
  return (
    <div className="for-member">
      <ActionForm action={followAction} className="row" onDone={() => showLevel(chosen.current)}>
        <input type="hidden" name="kind" value={subject.kind} />
        <input type="hidden" name="id" value={subject.id} />
        <button {...choice("follow")} className="button button-quiet when-not-following">
          Follow<span className="visually-hidden"> {name}</span>
        </button>
        <button {...choice("off")} className="button button-quiet when-following" aria-pressed="true">
          Following<span className="visually-hidden"> {name}. Press to stop.</span>
        </button>
        <button {...choice("watch")} className="tool when-not-watching" title={watched}>
          Watch<span className="visually-hidden"> {name}</span>
        </button>
        <button {...choice("follow")} className="tool when-watching" aria-pressed="true" title={watched}>
          Watching<span className="visually-hidden"> {name}. Press to only follow it.</span>
        </button>
      </ActionForm>
    </div>
  );
}

function showLevel(level: FollowLevel) {
  document.documentElement.dataset.follow = level;
}
