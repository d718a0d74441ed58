import { When } from "@/components/ui/when";
import { decisionLabels } from "@/lib/moderation/labels";
import type { EarlierStatement } from "@/lib/moderation/queries-author";
import type { DecisionKind } from "@/lib/moderation/schema";

/** What somebody was told before, by kind, with the case of each. `total` may be more than is listed. */
export function StatementLines({ statements, total }: { statements: EarlierStatement[]; total: number }) {
  const byKind = new Map<DecisionKind, EarlierStatement[]>();
  for (const statement of statements) byKind.set(statement.kind, [...(byKind.get(statement.kind) ?? []), statement]);
  const older = total - statements.length;
  return (
    <ul className="plain-list">
      {[...byKind].map(([kind, of]) => (
        <li key={kind}>
          {decisionLabels[kind]}:{" "}
          {of.map(({ id, caseId, createdAt, overturned }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <a href={`/staff/cases/${caseId}`}>
                <When at={createdAt} />
              </a>
              {overturned && " (taken back)"}
            </span>
          ))}
        </li>
      ))}
      {older > 0 && <li className="quiet">And {older} older.</li>}
    </ul>
  );
}
