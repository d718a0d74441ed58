import type { ReactNode } from "react";
import { When } from "@/components/ui/when";
import { decisionLabels, reasonLabels, ruleLabels } from "@/lib/moderation/labels";
import type { Contribution, MemberRecord as Recorded } from "@/lib/moderation/queries-member";
import type { EarlierStatement } from "@/lib/moderation/queries-author";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { PastCases } from "./past-cases";
import { RestrictionLine } from "./restriction-line";

/** What is on record about a member, for moderators. */
export function MemberRecord({ record }: { record: Recorded }) {
  const { restrictions, statements, cases, reports, contributions } = record;
  return (
    <>
      <Part id="restrictions" title="Restrictions" none={restrictions.length === 0 && "None, now or before."}>
        <ul className="plain-list stack">
          {restrictions.map((restriction) => (
            <li key={restriction.id} className="meta">
              {restriction.inForce && <strong className="tag tag-clay">In force</strong>}
              <span>
                <RestrictionLine restriction={restriction} />
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part id="statements" title="What they were told" none={statements.length === 0 && "Nothing."}>
        <ul className="threads">
          {statements.map((statement) => (
            <StatementCard key={statement.id} statement={statement} />
          ))}
        </ul>
      </Part>
      <Part id="cases" title="Cases about their words" none={cases.length === 0 && "None."}>
        <PastCases cases={cases} withReason />
      </Part>
      <Part id="reports" title="What they reported" none={reports.newest.length === 0 && "Nothing."}>
        <p>{recordWords(reports)}</p>
        <ul className="plain-list">
          {reports.newest.map(({ id, caseId, reason, createdAt, right }) => (
            <li key={id} className="meta">
              <a className="tall-link" href={`/staff/cases/${caseId}`}>
                {reasonLabels[reason]}
              </a>
              <When at={createdAt} />
              <strong>{right === null ? "Open" : right ? "Something was done" : "Left as it is"}</strong>
            </li>
          ))}
        </ul>
      </Part>
      <Part id="contributions" title="What they wrote last" none={contributions.length === 0 && "Nothing yet."}>
        <ul className="plain-list">
          {contributions.map((each) => (
            <li key={`${each.thread.id} ${each.position ?? 0}`} className="meta">
              <Contributed contribution={each} />
              <When at={each.at} />
              {stateWords[each.state] && <span className="tag">{stateWords[each.state]}</span>}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

type PartProps = { id: string; title: string; none: string | false; children: ReactNode };

function Part({ id, title, none, children }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {none ? <p className="quiet">{none}</p> : children}
    </section>
  );
}

const appealWords = {
  waiting: "Their objection waits",
  upheld: "They objected, and were right",
  refused: "They objected, and it stands",
};

function StatementCard({ statement }: { statement: EarlierStatement }) {
  const { caseId, kind, rule, facts, automated, createdAt, endsAt, overturned, appeal } = statement;
  return (
    <li className="card">
      <p className="meta">
        <a className="tall-link" href={`/staff/cases/${caseId}`}>
          {decisionLabels[kind]}
        </a>
        <span>{ruleLabels[rule]}</span>
        <When at={createdAt} />
        {endsAt && (
          <span>
            until <When at={endsAt} />
          </span>
        )}
        {automated && <span className="tag">The software</span>}
        {overturned && <span className="tag">Taken back</span>}
        {appeal && <span className="tag tag-plum">{appealWords[appeal]}</span>}
      </p>
      <p className="as-typed">{facts}</p>
    </li>
  );
}

function recordWords({ decided, right }: Recorded["reports"]): string {
  if (decided === 0) return "No report of theirs is decided yet.";
  return `Of ${decided} that are decided, ${right} led to something.`;
}

const stateWords = {
  shown: "",
  held: "Waits to be seen",
  hidden: "Hidden",
  removed: "Removed",
  withdrawn: "Withdrawn by its author",
};

/** What is held has no page of its own yet; its case shows it. */
function Contributed({ contribution: { thread, position, title, state } }: { contribution: Contribution }) {
  const name = title || "Something that is hard to read";
  const words = position ? `Comment ${position} under “${name}”` : name;
  if (state !== "shown") return <span>{words}</span>;
  return (
    <a className="tall-link" href={position ? commentPath(thread, position) : threadPath(thread)}>
      {words}
    </a>
  );
}
