import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/form";
import { ChoiceField, ChoicesField, SelectField, TextArea, TextField } from "@/components/ui/fields";
import { Fold } from "@/components/ui/fold";
import { MarkdownArea } from "@/components/ui/markdown-area";
import { answerLabels, questions } from "@/lib/testimonials/labels";
import { audienceChoices } from "@/lib/threads/labels";
import type { editTestimonialAction, tellWhatHelpedAction } from "@/lib/testimonials/actions";

type Given = Record<string, unknown>;
type Props = {
  action: typeof tellWhatHelpedAction | typeof editTestimonialAction;
  submit: string;
  /** Answers given before, by the field's name. */
  given?: Given;
  draft?: string;
  /** The choice of the technique, or the hidden id of what is edited. */
  children: ReactNode;
};

/** The whole form on one page: what everybody answers first, what may be left out in a fold, and the consents. */
export function TestimonialForm({ action, submit, given = {}, draft, children }: Props) {
  const one = (name: string) => (given[name] === null || given[name] === undefined ? undefined : String(given[name]));
  const many = (name: string) => (Array.isArray(given[name]) ? (given[name] as string[]) : []);
  return (
    <ActionForm action={action} submit={submit}>
      {children}
      <ChoiceField
        name="givenBy"
        label={questions.givenBy}
        choices={choices("givenBy")}
        defaultValue={one("givenBy")}
      />
      <ChoiceField
        name="setting"
        label={questions.setting}
        choices={choices("setting")}
        defaultValue={one("setting")}
      />
      <ChoicesField name="areas" label={questions.areas} choices={choices("areas")} defaultValue={many("areas")} />
      <ChoiceField
        name="effect"
        label={questions.effect}
        hint="“No change” and “made it worse” help others just as much."
        choices={choices("effect")}
        defaultValue={one("effect")}
      />
      <ChoicesField
        name="unwanted"
        label={questions.unwanted}
        choices={choices("unwanted")}
        defaultValue={many("unwanted")}
      />
      <TextField name="unwantedText" label="If so, what happened? (optional)" defaultValue={one("unwantedText")} />
      <ChoiceField
        name="wouldAgain"
        label={questions.wouldAgain}
        choices={choices("wouldAgain")}
        defaultValue={one("wouldAgain")}
      />
      <MarkdownArea
        name="story"
        label="Your story (optional)"
        hint="What you tried, what it was like, what else was going on. Up to 5,000 characters."
        rows={7}
        defaultValue={one("story")}
        draft={draft}
      />
      <TextArea
        name="tip"
        label="What would you tell somebody who thinks of trying it? (optional)"
        rows={3}
        defaultValue={one("tip")}
      />
      <Details given={given} />
      <TextField
        name="title"
        label="One line that says it (optional)"
        hint="People see it in lists. Without one, we write the technique and the effect."
        defaultValue={one("title")}
      />
      <ChoiceField
        name="audience"
        label="Who may read it?"
        choices={audienceChoices}
        defaultValue={one("audience") ?? "public"}
      />
      <Consents
        counted={given.countedConsentAt !== undefined && given.countedConsentAt !== null}
        edited={given.shownConsentAt !== undefined}
      />
    </ActionForm>
  );
}

function Details({ given }: { given: Given }) {
  const one = (name: string) => (given[name] === null || given[name] === undefined ? "" : String(given[name]));
  const select = (name: keyof typeof questions, field: keyof typeof answerLabels) => (
    <SelectField
      name={name}
      label={questions[name]}
      choices={[unanswered, ...choices(field)]}
      defaultValue={one(name)}
    />
  );
  return (
    <Fold summary="More about how it was, as far as you like">
      <div className="form">
        {select("pressure", "pressure")}
        <TextField
          name="sessionMinutes"
          label={questions.sessionMinutes}
          inputMode="numeric"
          defaultValue={one("sessionMinutes")}
        />
        {select("frequency", "frequency")}
        <TextField name="weeks" label={questions.weeks} inputMode="numeric" defaultValue={one("weeks")} />
        {select("expected", "expected")}
        {select("effectDays", "change")}
        {select("effectIntensity", "change")}
        {select("effectLength", "change")}
        {select("functionBefore", "function")}
        {select("functionAfter", "function")}
        {select("relief", "relief")}
        {select("touchPainful", "touchPainful")}
        {select("cost", "cost")}
        {select("continuing", "continuing")}
        {select("stoppedWhy", "stoppedWhy")}
        <ChoicesField
          name="otherChanges"
          label={questions.otherChanges}
          choices={choices("otherChanges")}
          defaultValue={Array.isArray(given.otherChanges) ? (given.otherChanges as string[]) : []}
        />
        {select("diagnosed", "diagnosed")}
        {select("migraineType", "migraineType")}
      </div>
    </Fold>
  );
}

function Consents({ counted, edited }: { counted: boolean; edited: boolean }) {
  return (
    <>
      <ChoicesField
        name="shown"
        label="May we show this?"
        hint="These are answers about your health, so we ask. You can withdraw them at any time."
        choices={[{ value: "yes", label: "Yes, show my answers and my story under my handle" }]}
        defaultValue={edited ? ["yes"] : []}
      />
      <ChoicesField
        name="counted"
        label="May we count it?"
        choices={[{ value: "yes", label: "Yes, count my answers, without my name, in the sums that everybody sees" }]}
        defaultValue={counted ? ["yes"] : []}
      />
    </>
  );
}

const unanswered = { value: "", label: "Leave it out" };

function choices(field: keyof typeof answerLabels): { value: string; label: string }[] {
  return Object.entries(answerLabels[field]).map(([value, label]) => ({ value, label }));
}
