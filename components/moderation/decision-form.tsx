import { ActionForm } from "@/components/ui/form";
import { ChoiceField, SelectField, TextArea } from "@/components/ui/fields";
import { decideCaseAction } from "@/lib/moderation/actions";
import { decisionHints, decisionLabels, letThrough, ruleLabels } from "@/lib/moderation/labels";
import type { CaseView } from "@/lib/moderation/queries-case";
import { rules } from "@/lib/moderation/schema";

/** The decisions that fit the thing as it is now, always with a reason. */
export function DecisionForm({ view }: { view: CaseView }) {
  if (view.viewerCan.length === 0) {
    return <p className="note">These are your own words, or your own report. Another moderator has to decide.</p>;
  }
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{view.closed ? "Decide again" : "Decide"}</h2>
      <ActionForm action={decideCaseAction} submit="Decide">
        <input type="hidden" name="case" value={view.id} />
        <input type="hidden" name="version" value={view.version} />
        <ChoiceField
          name="kind"
          label="What happens with it?"
          choices={view.viewerCan.map((kind) => ({
            value: kind,
            ...(view.thing.held && kind === "restore"
              ? letThrough
              : { label: decisionLabels[kind], hint: decisionHints[kind] }),
          }))}
        />
        <SelectField
          name="rule"
          label="Which rule?"
          defaultValue="none"
          choices={rules.map((rule) => ({ value: rule, label: ruleLabels[rule] }))}
        />
        <TextArea
          name="reason"
          label="Why"
          hint="The author reads this, unless you leave it as it is. Say what the problem is, in words you would want to be told. 10 to 2,000 characters."
          rows={4}
        />
      </ActionForm>
    </section>
  );
}
