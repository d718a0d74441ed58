import { When } from "@/components/ui/when";
import { appealOutcomeLabels } from "@/lib/moderation/labels";
import type { AppealView } from "@/lib/moderation/queries-appeal";

/** What was answered, and by whom. */
export function AppealAnswer({ appeal: { outcome, answer, decidedBy, decidedAt } }: { appeal: AppealView }) {
  if (!outcome || !decidedAt) return null;
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">The answer</h2>
      <div className="card">
        <p className="meta">
          <strong>{appealOutcomeLabels[outcome]}</strong>
          <span>{decidedBy}</span>
          <When at={decidedAt} />
        </p>
        <p className="typed">{answer}</p>
      </div>
    </section>
  );
}
