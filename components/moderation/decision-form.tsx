import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/form";
import { ChoiceField, SelectField, TextArea, TextField } from "@/components/ui/fields";
import { decideCaseAction } from "@/lib/moderation/actions";
import {
  dayLabels,
  letEditThrough,
  letThrough,
  measureChoices,
  penaltyLabels,
  ruleLabels,
} from "@/lib/moderation/labels";
import type { CaseView } from "@/lib/moderation/queries-case";
import { penaltyDays, rules, type Measure } from "@/lib/moderation/schema";
import type { TechniqueCard } from "@/lib/techniques/queries";

type Props = { view: CaseView; techniques: TechniqueCard[]; children?: ReactNode };

/** The decisions that fit the thing as it is now, and what may happen to its author, always with a reason. */
export function DecisionForm({ view, techniques, children }: Props) {
  if (view.measures.length === 0) {
    return <p className="note">These are your own words, or your own report. Another moderator has to decide.</p>;
  }
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{view.closed ? "Decide again" : "Decide"}</h2>
      <ActionForm action={decideCaseAction} submit="Decide">
        <input type="hidden" name="case" value={view.id} />
        <input type="hidden" name="version" value={view.version} />
        <ChoiceField
          name="measure"
          label="What happens with it?"
          choices={view.measures.map((measure) => ({ value: measure, ...wordsOf(view, measure) }))}
        />
        {view.measures.includes("redact") && (
          <TextArea name="passage" label="The passage to take out" hint="Copied exactly as it was typed." rows={2} />
        )}
        {view.measures.includes("move") && (
          <SelectField
            name="technique"
            label="The technique to move it to"
            choices={[
              { value: "", label: "None" },
              ...techniques.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
        )}
        <Penalties view={view} />
        <SelectField
          name="rule"
          label="Which rule?"
          defaultValue="none"
          choices={rules.map((rule) => ({ value: rule, label: ruleLabels[rule] }))}
        />
        <TextField name="legalGround" label="Which law, if one is broken" />
        <TextArea
          name="reason"
          label="Why"
          hint="The author reads this, unless you leave it as it is. Say what the problem is, in words you would want to be told. 10 to 2,000 characters."
          rows={4}
        />
        {children}
      </ActionForm>
    </section>
  );
}

function wordsOf({ thing }: CaseView, measure: Measure) {
  if (measure === "restore" && thing.held) return letThrough;
  if (measure === "restore" && thing.editHeld && !thing.hidden && !thing.removed) return letEditThrough;
  return measureChoices[measure];
}

function Penalties({ view: { penalties, suggested } }: { view: CaseView }) {
  if (penalties.length === 0) return null;
  const next = penaltyLabels[suggested.penalty].split(":")[0];
  const hint = `Next in order for this person: ${next}${suggested.days ? `, ${dayLabels[suggested.days]}` : ""}.`;
  return (
    <>
      <SelectField
        name="penalty"
        label="And the person who wrote it?"
        hint={hint}
        choices={[
          { value: "", label: "Nothing" },
          ...penalties.map((penalty) => ({ value: penalty, label: penaltyLabels[penalty] })),
        ]}
      />
      <SelectField
        name="days"
        label="For how long?"
        choices={[
          { value: "", label: "Only for what ends by itself" },
          ...penaltyDays.map((days) => ({ value: days, label: dayLabels[days] ?? days })),
        ]}
      />
    </>
  );
}
