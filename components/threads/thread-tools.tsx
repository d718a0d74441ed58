import { MuteButton } from "@/components/blocks/mute-button";
import { FollowButton } from "@/components/follows/follow-button";
import { ReactionBar } from "@/components/reactions/reaction-bar";
import type { ReactionCounts } from "@/lib/reactions/queries";
import type { Thread } from "@/lib/threads/queries";

type Props = { thread: Thread; counts: ReactionCounts | undefined; edit?: string };

/** What a reader can do with the thread itself. `edit` is the address of its edit form. */
export function ThreadTools({ thread, counts = {}, edit }: Props) {
  return (
    <div className="thread-tools" data-by={`m${thread.author.id}`}>
      <ReactionBar position={0} counts={counts} authorId={thread.author.id} />
      <FollowButton
        subject={{ kind: "thread", id: thread.id }}
        name="this thread"
        watched="Be told of each comment"
        look="tool"
      />
      <MuteButton subject={{ kind: "thread", id: thread.id }} name="this thread" look="tool" />
      <a className="tool for-member not-own" href={`/me/report?thread=${thread.id}`}>
        Report
      </a>
      <a className="tool for-visitor" href={`/report?address=/posts/${thread.id}`} rel="nofollow">
        Report
      </a>
      <a className="tool for-staff" href={`/staff/cases/new?thread=${thread.id}`}>
        Look at this as a moderator
      </a>
      <span className="own">
        {edit && !thread.locked && (
          <a className="tool needs-voice" href={edit}>
            Edit
          </a>
        )}
        <a className="tool" href={`/me/withdraw/thread/${thread.id}`}>
          Withdraw
        </a>
      </span>
    </div>
  );
}
