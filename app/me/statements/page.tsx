import type { Metadata } from "next";
import { ClosedNote } from "@/components/moderation/closed-note";
import { When } from "@/components/ui/when";
import { outcomeOf, scopeLabels } from "@/lib/moderation/labels";
import { listStatements } from "@/lib/moderation/queries";
import { listObjections, type ObjectionState } from "@/lib/moderation/queries-objection";
import { isShutOut } from "@/lib/platform/actor";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "From the moderators" };

const stateWords: Record<ObjectionState, string> = {
  open: "You objected",
  new: "Your objection was answered",
  upheld: "Taken back after you objected",
  refused: "You objected, and it stands",
};

export default async function Statements() {
  const viewer = await currentMember("/me/statements", { suspendedToo: true });
  const [statements, objections] = await Promise.all([
    listStatements(viewer.memberId),
    listObjections(viewer.memberId),
  ]);
  return (
    <>
      <div className="page-head">
        <h1>From the moderators</h1>
        <p className="lead">
          What was decided about you and your words, why, and how to object. <a href="/me/reports">What you reported</a>{" "}
          and <a href="/me/standing">your record</a> have pages of their own.
        </p>
      </div>
      <div className="stack">
        {isShutOut(viewer) && <ClosedNote banned={viewer.restriction === "ban"} />}
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
              <p>
                {statement.overturnedAt ? "This was taken back, and what it did was undone." : outcomeOf(statement)}
              </p>
              <p className="meta">
                {!statement.seen && <span className="tag tag-leaf">New</span>}
                <StateTag state={objections.get(statement.id)} />
                <When at={statement.createdAt} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function StateTag({ state }: { state: ObjectionState | undefined }) {
  return state ? <span className={state === "new" ? "tag tag-leaf" : "tag"}>{stateWords[state]}</span> : null;
}
