import type { Metadata } from "next";
import { When } from "@/components/ui/when";
import { outcomeOf, scopeLabels } from "@/lib/moderation/labels";
import { listStatements } from "@/lib/moderation/queries";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "From the moderators" };

export default async function Statements() {
  const viewer = await currentMember("/me/statements", { suspendedToo: true });
  const statements = await listStatements(viewer.memberId);
  return (
    <>
      <div className="page-head">
        <h1>From the moderators</h1>
        <p className="lead">
          What was decided about your words, and why. <a href="/me/reports">What you reported</a> and{" "}
          <a href="/me/standing">your record</a> have pages of their own.
        </p>
      </div>
      {statements.length === 0 && <p className="note">Nothing. As for nearly everybody.</p>}
      <ul className="threads">
        {statements.map((statement) => (
          <li key={statement.id} className="card card-link">
            <h2>
              <a href={`/me/statements/${statement.id}`}>
                {statement.thread?.title ?? scopeLabels[statement.scope]}
                {statement.position ? `, comment ${statement.position}` : ""}
              </a>
            </h2>
            <p>{outcomeOf(statement)}</p>
            <p className="meta">
              {!statement.seen && <span className="tag tag-leaf">New</span>}
              <When at={statement.createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
