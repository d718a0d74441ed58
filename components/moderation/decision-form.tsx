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
import { usualWords } from "@/lib/moderation/labels-staff";
import type { CaseView } from "@/lib/moderation/queries-case";
import type { Template } from "@/lib/moderation/queries-templates";
import { penaltyDays, rules, type Measure } from "@/lib/moderation/schema";
import type { TechniqueCard } from "@/lib/techniques/queries";
import { StatementPreview } from "./statement-preview";
import { TemplateLinks, type Offered } from "./template-links";

type Props = {
  view: CaseView;
  techniques: TechniqueCard[];
  templates: Template[];
  /** The text that the form begins with. */
  template?: number;
  /** This page's own address, with where to go after it. */
  path: string;
  /** Where to go after it. */
  children?: ReactNode;
};

/** The decisions that fit the thing as it is now, and what may happen to its author, always with a reason. */
export function DecisionForm({ view, techniques, templates, template, path, children }: Props) {
  if (view.measures.length === 0) {
    return <p className="note">These are your own words, or your own report. Another moderator has to decide.</p>;
  }
  const offered = templates.flatMap((each) => offeredFor(view, each));
  const given = offered.find(({ id }) => id === template);
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{view.closed ? "Decide again" : "Decide"}</h2>
      <ActionForm action={decideCaseAction} submit="Decide" className="form decision">
        <input type="hidden" name="case" value={view.id} />
        <input type="hidden" name="version" value={view.version} />
        <TemplateLinks templates={offered} path={path} />
        <ChoiceField
          name="measure"
          label="What happens with it?"
          defaultValue={given?.measure}
          choices={view.measures.map((measure) => ({ value: measure, ...wordsOf(view, measure) }))}
        />
        <MeasureDetails view={view} techniques={techniques} />
        <Penalties view={view} given={given?.penalty} />
        <SelectField
          name="rule"
          label="Which rule?"
          defaultValue={given?.rule ?? "none"}
          choices={rules.map((rule) => ({ value: rule, label: ruleLabels[rule] }))}
        />
        <div className="if-law">
          <TextField name="legalGround" label="Which law is broken?" />
        </div>
        <TextArea
          name="reason"
          label="Why"
          hint="The author reads this, unless you leave it as it is. Say what the problem is, in words you would want to be told. Left empty, they read our usual words."
          defaultValue={given?.body}
          rows={4}
        />
        <UsualWords measures={view.measures} />
        <StatementPreview origin={view.origin} />
        {children}
      </ActionForm>
    </section>
  );
}

/** Only a text whose choice is offered here. One to the person stands beside words that stay. */
function offeredFor({ measures, penalties }: CaseView, { kind, ...template }: Template): Offered[] {
  if (measures.some((measure) => measure === kind)) return [{ ...template, measure: kind, penalty: "" }];
  if (!penalties.some((penalty) => penalty === kind)) return [];
  return [{ ...template, measure: measures.includes("keep") ? "keep" : "", penalty: kind }];
}

function wordsOf({ thing }: CaseView, measure: Measure) {
  if (measure === "restore" && thing.held) return letThrough;
  if (measure === "restore" && thing.editHeld && !thing.hidden && !thing.removed) return letEditThrough;
  return measureChoices[measure];
}

function MeasureDetails({ view: { measures }, techniques }: Pick<Props, "view" | "techniques">) {
  return (
    <>
      {measures.includes("redact") && (
        <div className="if-redact">
          <TextArea name="passage" label="The passage to take out" hint="Copied exactly as it was typed." rows={2} />
        </div>
      )}
      {measures.includes("move") && (
        <div className="if-move">
          <SelectField
            name="technique"
            label="The technique to move it to"
            choices={[
              { value: "", label: "None" },
              ...techniques.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
        </div>
      )}
    </>
  );
}

function Penalties({ view: { penalties, suggested }, given }: { view: CaseView; given?: string }) {
  if (penalties.length === 0) return null;
  const next = penaltyLabels[suggested.penalty].split(":")[0];
  const hint = `Next in order for this person: ${next}${suggested.days ? `, ${dayLabels[suggested.days]}` : ""}.`;
  return (
    <>
      <SelectField
        name="penalty"
        label="And the person who wrote it?"
        hint={hint}
        defaultValue={given}
        choices={[
          { value: "", label: "Nothing" },
          ...penalties.map((penalty) => ({ value: penalty, label: penaltyLabels[penalty] })),
        ]}
      />
      <div className="if-timed">
        <SelectField
          name="days"
          label="For how long?"
          defaultValue={suggested.days ?? "1"}
          choices={penaltyDays.map((days) => ({ value: days, label: dayLabels[days] ?? days }))}
        />
      </div>
    </>
  );
}

/** With JavaScript the preview shows them. */
function UsualWords({ measures }: { measures: Measure[] }) {
  return (
    <details className="fold without-script">
      <summary>Our usual words</summary>
      <p>Beside a rule, they begin with what that rule is about.</p>
      <dl className="stack">
        {measures.map((measure) => (
          <div key={measure}>
            <dt>{measureChoices[measure].label}</dt>
            <dd>{usualWords({ measure, rule: "none" })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
