import { When } from "@/components/ui/when";
import { ruleLabels } from "@/lib/moderation/labels";
import type { SimilarDecision } from "@/lib/moderation/queries-appeal";

/** The same kind of decision in other cases that came up for the same reason. */
export function AlikeDecisions({ alike }: { alike: SimilarDecision[] }) {
  if (alike.length === 0) return null;
  return (
    <section aria-labelledby="alike">
      <h2 id="alike">The same decision in other cases</h2>
      <ul className="threads">
        {alike.map((decision) => (
          <li key={decision.id} className="card">
            <p className="meta">
              <a href={`/staff/cases/${decision.caseId}`}>Case {decision.caseId}</a>
              <span>{ruleLabels[decision.rule]}</span>
              <When at={decision.createdAt} />
              {decision.overturned && <span className="tag">Taken back</span>}
            </p>
            <p className="typed">{decision.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
