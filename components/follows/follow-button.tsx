"use client";

import { ActionForm } from "@/components/ui/form";
import { followAction, unfollowAction } from "@/lib/follows/actions";
import type { Subject } from "@/lib/follows/schema";

type Props = { subject: Subject; name: string };

/** Follow and unfollow, both in the page; the page's follow slot shows the one that fits the reader. */
export function FollowButton({ subject, name }: Props) {
  return (
    <>
      <div className="for-member">
        <ActionForm action={followAction} className="when-not-following" onDone={() => setFollowing("on")}>
          <SubjectFields subject={subject} />
          <button className="button button-quiet">
            Follow<span className="visually-hidden"> {name}</span>
          </button>
        </ActionForm>
        <ActionForm action={unfollowAction} className="when-following" onDone={() => setFollowing("off")}>
          <SubjectFields subject={subject} />
          <button className="button button-quiet" aria-pressed="true">
            Following<span className="visually-hidden"> {name}. Press to stop.</span>
          </button>
        </ActionForm>
      </div>
    </>
  );
}

function SubjectFields({ subject }: { subject: Subject }) {
  return (
    <>
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
    </>
  );
}

function setFollowing(state: "on" | "off") {
  document.documentElement.dataset.follow = state;
}
