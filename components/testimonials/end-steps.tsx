"use client";

import { ChoiceField, ChoicesField } from "@/components/ui/fields";
import type { Step } from "@/components/ui/steps";
import { consents, hideableLabels, namingLabels, questions, reminderLabels } from "@/lib/testimonials/labels";
import { audienceChoices } from "@/lib/threads/labels";
import { Tick, useGiven, useGivenList } from "./asked";

const readers = "Who may read it?";

const hiddenStep: Step = { id: "hidden", title: questions.hidden, last: true, body: <Hidden /> };
const remindStep: Step = { id: "remind", title: questions.remind, last: true, body: <Remind /> };

/** What happens with it, asked before it is sent. */
export const tellingEnd: Step[] = [
  {
    id: "name",
    title: "Whose name, and who may read it?",
    last: true,
    body: (
      <>
        <Naming />
        <Audience />
      </>
    ),
  },
  hiddenStep,
  { id: "consents", title: "What may we do with it?", last: true, body: <Consents /> },
  remindStep,
];

/** Neither the name nor the consents are changed with the answers. */
export const editingEnd: Step[] = [{ id: "readers", title: readers, body: <Audience /> }, hiddenStep, remindStep];

function Naming() {
  const choices = Object.entries(namingLabels).map(([value, words]) => ({ value, ...words }));
  return <ChoiceField name="naming" label={questions.naming} choices={choices} defaultValue="handle" />;
}

function Audience() {
  return (
    <ChoiceField
      name="audience"
      label={readers}
      choices={audienceChoices}
      defaultValue={useGiven("audience") ?? "public"}
    />
  );
}

function Hidden() {
  return (
    <ChoicesField
      name="hidden"
      label={questions.hidden}
      hint="Tick what should not stand there. If you let us count your answers, it still counts."
      choices={Object.entries(hideableLabels).map(([value, label]) => ({ value, label }))}
      defaultValue={useGivenList("hidden")}
    />
  );
}

function Consents() {
  return (
    <>
      <p>
        These are answers about your health, so we ask for each thing apart. You can take back each one at any time,
        with one press, on your own page.
      </p>
      {Object.entries(consents).map(([purpose, { wording }]) => (
        <Tick key={purpose} name={purpose} label={wording} />
      ))}
      <p className="hint">
        Tick the first or the second, or both. Without that it is not sent, and only you can read it.
      </p>
    </>
  );
}

function Remind() {
  const choices = Object.entries(reminderLabels).map(([value, label]) => ({ value, label }));
  return (
    <ChoiceField
      name="remind"
      label={questions.remind}
      hint="What it did later tells others more than the first days. You can change this at any time."
      choices={choices}
      defaultValue={useGiven("remind")}
    />
  );
}
