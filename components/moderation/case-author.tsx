import { When } from "@/components/ui/when";
import { roleLabels } from "@/lib/members/labels";
import { isPersona } from "@/lib/platform/urls";
import type { CaseView } from "@/lib/moderation/queries-case";

/** Who wrote it, and what else is known here. */
export function CaseAuthor({ author }: { author: CaseView["author"] }) {
  return (
    <aside className="stack" aria-labelledby="author">
      <div className="card">
        <h2 id="author">
          {isPersona(author.handle) ? (
            author.handle
          ) : (
            <a className="tall-link" href={`/members/${author.handle}`}>
              {author.handle}
            </a>
          )}
        </h2>
        <dl className="stack">
          <div>
            <dt className="quiet">Here as</dt>
            <dd>{roleLabels[author.role]}</dd>
          </div>
          <div>
            <dt className="quiet">Since</dt>
            <dd>
              <When at={author.joinedAt} />
            </dd>
          </div>
          <div>
            <dt className="quiet">Wrote</dt>
            <dd>
              {author.threads} threads, {author.comments} comments
            </dd>
          </div>
          <div>
            <dt className="quiet">Earlier decisions about their words</dt>
            <dd>{author.decisions === 0 ? "None" : author.decisions}</dd>
          </div>
        </dl>
      </div>
    </aside>
  );
}
