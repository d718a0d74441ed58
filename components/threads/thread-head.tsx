import { Byline } from "@/components/members/byline";
import { Avatar } from "@/components/ui/avatar";
import { When } from "@/components/ui/when";
import { kindLabels } from "@/lib/threads/labels";
import type { Thread } from "@/lib/threads/queries";

/** Kind, technique, title and writer of a thread. */
export function ThreadHead({ thread }: { thread: Thread }) {
  return (
    <header className="page-head">
      <p className="meta">
        <span className="kind">{kindLabels[thread.kind]}</span>
        {thread.technique && <a href={`/techniques/${thread.technique.slug}`}>{thread.technique.name}</a>}
        {thread.audience === "members" && <span className="tag tag-plum">Members only</span>}
        {thread.locked && <span className="tag">Closed</span>}
      </p>
      <h1 data-words="">{thread.title}</h1>
      <div className="row">
        <Avatar handle={thread.author.handle} />
        <Byline author={thread.author}>
          <When at={thread.publishedAt} />
          {thread.hasHistory ? (
            <a className="for-member" href={`/me/history?thread=${thread.id}`}>
              edited, see what changed
            </a>
          ) : (
            thread.editedAt && <span>edited</span>
          )}
        </Byline>
      </div>
    </header>
  );
}
