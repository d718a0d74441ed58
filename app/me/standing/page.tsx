import type { Metadata } from "next";
import { RestrictionsInForce, RestrictionsOver } from "@/components/moderation/own-restrictions";
import { When } from "@/components/ui/when";
import { decisionLabels, ruleLabels } from "@/lib/moderation/labels";
import { getStanding, type OwnAppeal, type OwnStatement, type Standing } from "@/lib/moderation/queries-standing";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "Your record" };

export default async function StandingPage() {
  const viewer = await currentMember("/me/standing", { suspendedToo: true });
  const { restrictions, statements, appeals, reports } = await getStanding(viewer.memberId);
  const over = restrictions.filter(({ inForce }) => !inForce);
  return (
    <>
      <div className="page-head">
        <h1>Your record</h1>
        <p className="lead">
          What moderators decided about you and your words, what you said against it, and what you reported. This page
          is for you alone.
        </p>
      </div>
      <div className="stack">
        <section aria-labelledby="in-force">
          <h2 id="in-force">What you cannot do now</h2>
          <RestrictionsInForce restrictions={restrictions.filter(({ inForce }) => inForce)} />
        </section>
        {over.length > 0 && (
          <section aria-labelledby="over">
            <h2 id="over">What is over</h2>
            <RestrictionsOver restrictions={over} />
          </section>
        )}
        <section aria-labelledby="statements">
          <h2 id="statements">Decisions about you and your words</h2>
          <Statements statements={statements} />
        </section>
        <section aria-labelledby="appeals">
          <h2 id="appeals">Your appeals</h2>
          <Appeals appeals={appeals} />
        </section>
        <section aria-labelledby="reports">
          <h2 id="reports">What you reported</h2>
          <Reports {...reports} />
        </section>
      </div>
    </>
  );
}

function Statements({ statements }: { statements: OwnStatement[] }) {
  if (statements.length === 0) return <p className="note">None. As for nearly everybody.</p>;
  return (
    <ul className="threads">
      {statements.map(({ id, kind, lifts, rule, createdAt, overturned }) => (
        <li key={id} className="card card-link">
          <h3>
            <a href={`/me/statements/${id}`}>
              {decisionLabels[kind]}
              {lifts ? `: ${decisionLabels[lifts].toLowerCase()}` : ""}
            </a>
          </h3>
          <p className="meta">
            <span>{ruleLabels[rule]}</span>
            <When at={createdAt} />
            {overturned && <span className="tag tag-leaf">Taken back</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

const outcomes = { upheld: "You were right", refused: "It stays as it was decided" };

function Appeals({ appeals }: { appeals: OwnAppeal[] }) {
  if (appeals.length === 0) return <p className="note">None. You can object on the page of each decision.</p>;
  return (
    <ul className="threads">
      {appeals.map(({ id, createdAt, decidedAt, outcome, statementId }) => (
        <li key={id} className="card">
          <p className="meta">
            <a href={statementId ? `/me/statements/${statementId}` : "/me/reports"}>
              {statementId ? "About a decision" : "About something you reported"}
            </a>
            <When at={createdAt} />
            <span className={outcome === "upheld" ? "tag tag-leaf" : "tag"}>
              {outcome ? outcomes[outcome] : "Waiting for another moderator"}
            </span>
            {decidedAt && (
              <span>
                Answered <When at={decidedAt} />
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Reports({ all, waiting, acted, kept }: Standing["reports"]) {
  if (all === 0) return <p className="note">Nothing.</p>;
  return (
    <>
      <dl className="card facts">
        <div>
          <dt>Reports in all</dt>
          <dd>{all}</dd>
        </div>
        <div>
          <dt>Waiting for a moderator</dt>
          <dd>{waiting}</dd>
        </div>
        <div>
          <dt>Something was done</dt>
          <dd>{acted}</dd>
        </div>
        <div>
          <dt>Left as it is</dt>
          <dd>{kept}</dd>
        </div>
      </dl>
      <p>
        <a className="tall-link" href="/me/reports">
          Each of them, and what came of it
        </a>
      </p>
    </>
  );
}
