import { Arrivals } from "@/components/live/arrivals";
import { ReactionForm } from "@/components/reactions/reaction-form";
import { Pages } from "@/components/ui/pages";
import { Words } from "@/components/ui/words";
import type { Comment } from "@/lib/comments/queries";
import { commentsPerPage } from "@/lib/platform/pagination";
import { threadPath } from "@/lib/platform/urls";
import type { ReactionCounts } from "@/lib/reactions/queries";
import type { Thread } from "@/lib/threads/queries";
import { commentsWords } from "@/components/threads/thread-rows";
import { SilencedNote } from "@/components/moderation/silenced-note";
import { CommentForm } from "./comment-form";
import { CommentItem } from "./comment-item";

type Props = { thread: Thread; comments: Comment[]; page: number; counts: Map<number, ReactionCounts> };

/** A page of a thread's comments, the ways to the others, and the form. */
export function CommentsSection({ thread, comments, page, counts }: Props) {
  const last = Math.max(1, Math.ceil(thread.lastPosition / commentsPerPage));
  const path = threadPath(thread);
  const pages = (
    <Pages
      current={page}
      last={last}
      href={(number) => (number > 1 ? `${path}?page=${number}` : path)}
      label="Pages of comments"
    />
  );
  return (
    <section aria-labelledby="comments" className="comments-section">
      <h2 id="comments">{commentsWords(thread.commentCount)}</h2>
      {page > 1 && pages}
      {comments.length > 0 && (
        <ol className="comments" start={(page - 1) * commentsPerPage + 1}>
          {comments.map(({ bodyHtml, ...comment }) => (
            <CommentItem
              key={comment.position}
              threadId={thread.id}
              comment={comment}
              counts={counts.get(comment.position)}
              locked={thread.locked}
            >
              <Words html={bodyHtml} />
            </CommentItem>
          ))}
        </ol>
      )}
      {page === last && !thread.locked && (
        <Arrivals
          threadId={thread.id}
          after={thread.lastPosition}
          room={page * commentsPerPage}
          next={`${path}?page=${last + 1}`}
        />
      )}
      {pages}
      <ReactionForm threadId={thread.id} />
      <Ending thread={thread} />
    </section>
  );
}

/**
 * The form stands at the same place whether the thread is closed or not, so that whoever was writing when it was closed
 * gets the words back; otherwise a closed thread does not show it.
 */
function Ending({ thread: { id, locked, slowed } }: { thread: Thread }) {
  return (
    <div id="write" className="write-here">
      {locked && <p className="note">This thread is closed. Everybody can read it, and nobody can add to it.</p>}
      {slowed && !locked && (
        <p className="note">
          A moderator has slowed this thread, so that everybody has time to read: each member can write here once in ten
          minutes.
        </p>
      )}
      <div className={locked ? "when-refused card" : "for-member needs-voice card"}>
        <h3>Write a comment</h3>
        <CommentForm threadId={id} />
      </div>
      {!locked && (
        <>
          <SilencedNote />
          <p className="for-visitor note">
            You know this too, or you would like to ask? <a href="/auth/sign-in">Join or sign in</a> to write. All it
            takes is a name and an e-mail address, and nobody sees either.
          </p>
          <p className="for-joining note">
            One step is missing before you can write: <a href="/auth/welcome">choose your handle</a>.
          </p>
        </>
      )}
    </div>
  );
}
