import { When } from "@/components/ui/when";
import type { Feed, FeedThread } from "@/lib/follows/queries";
import { atMostNine } from "@/lib/follows/labels";
import { commentPath, threadPath } from "@/lib/platform/urls";

/** The feed with its line between what is new since the last visit and what was there before. */
export function FeedList({ feed, firstPage }: { feed: Feed; firstPage: boolean }) {
  const { since } = feed;
  const fresh = since ? feed.threads.filter((thread) => thread.lastActivityAt > since) : [];
  const known = feed.threads.slice(fresh.length);
  return (
    <div className="stack">
      {fresh.length > 0 && (
        <section aria-labelledby="new" className="stack">
          <h2 id="new">New since you were here</h2>
          <Rows threads={fresh} fresh />
        </section>
      )}
      {known.length > 0 && (
        <section aria-labelledby="known" className="stack">
          <h2 id="known">{knownHeading(feed, fresh.length, firstPage)}</h2>
          <Rows threads={known} />
        </section>
      )}
    </div>
  );
}

function knownHeading({ since }: Feed, freshCount: number, firstPage: boolean): string {
  if (freshCount > 0) return "Before that";
  return since && firstPage ? "Nothing new since you were here" : "What people said";
}

function Rows({ threads, fresh = false }: { threads: FeedThread[]; fresh?: boolean }) {
  return (
    <ul className="threads">
      {threads.map((thread) => (
        <li key={thread.id} className="card card-link thread-row">
          <p className="meta">
            {fresh && thread.readTo === null && <strong className="tag tag-leaf">{newWords(thread)}</strong>}
            {thread.technique && <span>{thread.technique}</span>}
            {thread.audience === "members" && <span className="tag tag-plum">Members only</span>}
          </p>
          <h3>
            <a href={threadPath(thread)}>{thread.title}</a>
          </h3>
          <p className="extract">{thread.excerpt}</p>
          {thread.readTo !== null && thread.goOnAt !== null && (
            <p>
              <a className="tool" href={commentPath(thread, thread.goOnAt)}>
                {goOnWords(thread, thread.readTo)}
                <span className="visually-hidden"> in {thread.title}</span>
              </a>
            </p>
          )}
          <p className="meta">
            <span>by {thread.author}</span>
            <span>{thread.commentCount === 1 ? "1 comment" : `${thread.commentCount} comments`}</span>
            <When at={thread.lastActivityAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function goOnWords({ newComments }: FeedThread, readTo: number): string {
  if (readTo > 0) return `${atMostNine(newComments)} new since comment ${readTo}`;
  return newComments === 1
    ? "1 new comment since you read it"
    : `${atMostNine(newComments)} new comments since you read it`;
}

function newWords({ newComments }: FeedThread): string {
  if (newComments === 0) return "New";
  if (newComments === 1) return "1 new comment";
  return `${atMostNine(newComments)} new comments`;
}
