"use client";

import type { ReactNode } from "react";
import { Byline } from "@/components/members/byline";
import { ReactionBar } from "@/components/reactions/reaction-bar";
import { Avatar } from "@/components/ui/avatar";
import { When } from "@/components/ui/when";
import { commentsPerPage, pageOfPosition } from "@/lib/platform/pagination";
import type { Comment } from "@/lib/comments/queries";
import type { ReactionCounts } from "@/lib/reactions/queries";

type Props = {
  threadId: number;
  comment: Omit<Comment, "bodyHtml">;
  counts?: ReactionCounts;
  locked?: boolean;
  /** The words. */
  children: ReactNode;
};

const goneSentences = {
  withdrawn: "This comment was withdrawn by the person who wrote it.",
  removed: "This comment was removed by a moderator.",
  hidden: "This comment is hidden while a moderator looks at it.",
  held: "This comment waits until a moderator has read it.",
};

/**
 * One comment. A client component, because the page's data then holds its facts and not its markup, and because new
 * comments are shown by the same code when they arrive.
 */
export function CommentItem({ threadId, comment, counts = {}, locked = false, children }: Props) {
  const { position, author } = comment;
  if (comment.gone) {
    return (
      <li className="comment" id={`comment-${position}`}>
        <span className="avatar" data-tint={3} aria-hidden="true" />
        <p className="gone">
          <a href={`#comment-${position}`}>{position}</a> {goneSentences[comment.gone]}
        </p>
      </li>
    );
  }
  return (
    <li className="comment" id={`comment-${position}`} data-by={`m${author.id}`} data-place={`c${position}`}>
      <Avatar handle={author.handle} />
      <article className="comment-content" aria-label={`Comment ${position} by ${author.handle}`}>
        <Byline author={author}>
          <a href={`#comment-${position}`}>
            <When at={comment.createdAt} />
            {`, no. ${position}`}
          </a>
          {comment.replyTo && <a href={hrefOf(comment.replyTo, position)}>{`to no. ${comment.replyTo}`}</a>}
          {comment.hasHistory ? (
            <a className="for-member" href={`/me/history?comment=${comment.id}`}>
              edited
            </a>
          ) : (
            comment.editedAt && <span>edited</span>
          )}
        </Byline>
        {children}
        <div className="comment-tools">
          <ReactionBar position={position} counts={counts} authorId={author.id} />
          {!locked && (
            <a className="tool for-member needs-voice" href="#write" data-reply={position}>
              Reply
            </a>
          )}
          <a className="tool for-member not-own" href={`/me/report?thread=${threadId}&comment=${position}`}>
            Report
          </a>
          <a
            className="tool for-visitor"
            href={`/report?address=/posts/${threadId}%23comment-${position}`}
            rel="nofollow"
          >
            Report
          </a>
          <a className="tool for-staff" href={`/staff/cases/new?thread=${threadId}&comment=${position}`}>
            Look at this as a moderator
          </a>
          <span className="own">
            {!locked && (
              <a className="tool needs-voice" href={`/me/edit/comment/${comment.id}`}>
                Edit
              </a>
            )}
            <a className="tool" href={`/me/withdraw/comment/${comment.id}`}>
              Withdraw
            </a>
          </span>
        </div>
      </article>
    </li>
  );
}

/** The address of another comment of the thread, seen from the page of this one. */
function hrefOf(other: number, position: number): string {
  if (pageOfPosition(other) === pageOfPosition(position)) return `#comment-${other}`;
  const page = Math.ceil(other / commentsPerPage);
  return `?page=${page}#comment-${other}`;
}
