import { When } from "@/components/ui/when";
import { decisionLabels, outcomeOf, ruleLabels } from "@/lib/moderation/labels";
import type { CaseView } from "@/lib/moderation/queries-case";

/** What was decided in a case that is closed. */
export function CaseOutcome({ view }: { view: CaseView }) {
  const decided = view.history.filter(({ caseId }) => caseId === view.id);
  if (!view.closed || decided.length === 0) return null;
  return (
    <section className="note" aria-labelledby="outcome">
      <h2 id="outcome">This case is decided</h2>
      {decided.map(({ id, kind, lifts, rule, moderator, createdAt, overturnedAt, endsAt }) => (
        <p key={id}>
          <strong>{kind === "lift" ? outcomeOf({ kind, lifts }) : decisionLabels[kind]}</strong>
          {endsAt && (
            <>
              {" "}
              until <When at={endsAt} />
            </>
          )}
          , by {moderator ?? "the software"}, <When at={createdAt} />. {ruleLabels[rule]}.
          {overturnedAt && <span className="tag">Taken back</span>}
        </p>
      ))}
    </section>
  );
}
