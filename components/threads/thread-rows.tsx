import { RoleTag } from "@/components/members/byline";
import { When } from "@/components/ui/when";
import { kindLabels } from "@/lib/threads/labels";
import type { ThreadRow } from "@/lib/threads/queries";
import { threadPath } from "@/lib/platform/urls";

/** On the page of one technique `showTechnique` is off: whoever muted it and goes there all the same finds its threads. */
type Props = { threads: ThreadRow[]; level?: 2 | 3; showTechnique?: boolean };

/** Threads in a list. The title's link is the whole card's target. */
export function ThreadRows({ threads, level = 2, showTechnique = true }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="threads">
      {threads.map((thread) => (
        <li
          key={thread.id}
          className="card card-link thread-row"
          // An article is not its editor's own words.
          data-by={thread.kind === "article" ? undefined : `m${thread.authorId}`}
          data-place={`t${thread.id}`}
          data-technique={showTechnique && thread.techniqueId ? `q${thread.techniqueId}` : undefined}
        >
          <p className="meta">
            <span className="kind">{kindLabels[thread.kind]}</span>
            {showTechnique && thread.technique && <span>{thread.technique}</span>}
            {thread.audience === "members" && <span className="tag tag-plum">Members only</span>}
            {thread.locked && <span className="tag">Closed</span>}
          </p>
          <Heading data-words="">
            <a href={threadPath(thread)}>{thread.title}</a>
          </Heading>
          {thread.excerpt && (
            <p className="extract" data-words="">
              {thread.excerpt}
            </p>
          )}
          <p className="meta">
            <span>{thread.author}</span>
            <RoleTag role={thread.authorRole} />
            {thread.interest && <span className="tag tag-plum">Has an interest in it</span>}
            <span>{commentsWords(thread.commentCount)}</span>
            <When at={thread.lastActivityAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function commentsWords(count: number): string {
  if (count === 0) return "No comments yet";
  return count === 1 ? "1 comment" : `${count} comments`;
}
