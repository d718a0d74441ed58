import { When } from "@/components/ui/when";
import { decisionLabels, ruleLabels } from "@/lib/moderation/labels";
import type { CaseView } from "@/lib/moderation/queries-case";

/** What was decided about this thing so far. */
export function CaseHistory({ history }: { history: CaseView["history"] }) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">What was decided so far</h2>
      <ul className="threads">
        {history.map((decision) => (
          <li key={decision.id} className="card">
            <p className="meta">
              <strong>{decisionLabels[decision.kind]}</strong>
              {decision.overturnedAt && <span className="tag">Taken back</span>}
              <span>{ruleLabels[decision.rule]}</span>
              <span>{decision.moderator ?? "The software"}</span>
              <When at={decision.createdAt} />
            </p>
            <p>{decision.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
