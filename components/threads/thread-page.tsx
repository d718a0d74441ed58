import type { ReactNode } from "react";
import { FoldedWords } from "@/components/blocks/folded-words";
import { CommentsSection } from "@/components/comments/comments-section";
import type { Comment } from "@/lib/comments/queries";
import type { ReactionCounts } from "@/lib/reactions/queries";
import type { Thread } from "@/lib/threads/queries";
import { ThreadHead } from "./thread-head";
import { ThreadTools } from "./thread-tools";

type Props = {
  thread: Thread;
  comments: Comment[];
  page: number;
  counts: Map<number, ReactionCounts>;
  /** The address of the thread's edit form, if it has one. */
  edit?: string;
  aside?: ReactNode;
  children: ReactNode;
};

/** What every thread's page has: head, words, tools, comments. */
export function ThreadPage({ thread, comments, page, counts, edit, aside, children }: Props) {
  return (
    <div className="frame with-aside thread-page">
      <div>
        <article
          className="thread-words"
          // An article is not its editor's own words.
          data-by={thread.kind === "article" ? undefined : `m${thread.author.id}`}
          data-place={`t${thread.id}`}
        >
          <FoldedWords />
          <div>
            <ThreadHead thread={thread} />
            {page === 1 ? (
              children
            ) : (
              <details className="fold">
                <summary>Read what it is about</summary>
                {children}
              </details>
            )}
            <ThreadTools thread={thread} counts={counts.get(0)} edit={edit} />
          </div>
        </article>
        <CommentsSection thread={thread} comments={comments} page={page} counts={counts} />
      </div>
      <aside className="stack" aria-label="About this thread">
        {aside}
      </aside>
    </div>
  );
}
