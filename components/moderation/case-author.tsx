import { When } from "@/components/ui/when";
import { roleLabels } from "@/lib/members/labels";
import type { AuthorStanding } from "@/lib/moderation/queries-author";
import { NoteList } from "./note-list";
import { RestrictionLine } from "./restriction-line";
import { StatementLines } from "./statement-lines";

/** Who wrote it, and what else is known here. Of a persona that is only what the persona told. */
export function CaseAuthor({ author }: { author: AuthorStanding }) {
  return (
    <section className="card" aria-labelledby="author">
      <h2 id="author">
        {author.persona ? (
          author.handle
        ) : (
          <a className="tall-link" href={`/staff/members/${author.handle}`}>
            {author.handle}
          </a>
        )}
      </h2>
      {author.persona && <p className="quiet">A name made for one testimonial. Nobody here sees whose it is.</p>}
      <dl className="stack">
        {!author.persona && (
          <div>
            <dt className="quiet">Here as</dt>
            <dd>
              {roleLabels[author.role]}
              {author.credential ? `: ${author.credential}` : ""}
              {author.gone ? ", the account is deleted" : ""}
            </dd>
          </div>
        )}
        <div>
          <dt className="quiet">Since</dt>
          <dd>
            <When at={author.joinedAt} />
          </dd>
        </div>
        <div>
          <dt className="quiet">Wrote</dt>
          <dd>
            {counted(author.threads, "thread")}, {counted(author.comments, "comment")}
          </dd>
        </div>
        {author.inForce.length > 0 && (
          <div>
            <dt className="quiet">In force now</dt>
            {author.inForce.map((restriction) => (
              <dd key={restriction.id}>
                <RestrictionLine restriction={restriction} />
              </dd>
            ))}
          </div>
        )}
        <div>
          <dt className="quiet">Earlier statements</dt>
          <dd>
            {author.decisions === 0 ? (
              "None"
            ) : (
              <StatementLines statements={author.statements} total={author.decisions} />
            )}
          </dd>
        </div>
      </dl>
      {author.notes.length > 0 && (
        <>
          <h3>Notes of moderators</h3>
          <NoteList notes={author.notes} />
        </>
      )}
    </section>
  );
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
