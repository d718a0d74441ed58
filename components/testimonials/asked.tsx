"use client";

import { createContext, useContext, useId, type ReactNode } from "react";
import { ChoiceField, ChoicesField, describedBy, Explained, SelectField, TextField } from "@/components/ui/fields";
import { useField } from "@/components/ui/form";
import { answerLabels, questions } from "@/lib/testimonials/labels";
import type { Given } from "./given";

type Field = keyof typeof answerLabels;
type Question = keyof typeof questions;

/** What was answered before, where answers are changed. */
export const GivenAnswers = createContext<Given>({});

export function useGiven(name: string): string | undefined {
  const given = useContext(GivenAnswers)[name];
  return Array.isArray(given) ? given[0] : given;
}

export function useGivenList(name: string): string[] {
  return [useContext(GivenAnswers)[name] ?? []].flat();
}

const leftOut = { value: "", label: "Leave it out" };

function choicesOf(field: Field): { value: string; label: string }[] {
  return Object.entries(answerLabels[field]).map(([value, label]) => ({ value, label }));
}

type AskedProps = {
  name: Question & string;
  /** The list of answers, where it has another name than the question. */
  from?: Field;
  hint?: ReactNode;
  needed?: boolean;
  shape?: "short" | "level";
};

/** One answer of a few. Unless it is needed, whoever has chosen one can still leave it out. */
export function OneOf({ name, from, hint, needed, shape }: AskedProps) {
  const choices = choicesOf(from ?? (name as Field));
  return (
    <ChoiceField
      name={name}
      label={questions[name]}
      hint={hint}
      choices={needed ? choices : [...choices, leftOut]}
      defaultValue={useGiven(name)}
      shape={shape}
    />
  );
}

/** One answer of many, in a list that opens. */
export function OneFromList({ name }: { name: Question & Field }) {
  return (
    <SelectField
      name={name}
      label={questions[name]}
      choices={[leftOut, ...choicesOf(name)]}
      defaultValue={useGiven(name) ?? ""}
    />
  );
}

/** Any number of answers. */
export function SomeOf({ name, shape }: { name: Question & Field; shape?: "short" }) {
  return (
    <ChoicesField
      name={name}
      label={questions[name]}
      choices={choicesOf(name)}
      defaultValue={useGivenList(name)}
      shape={shape}
    />
  );
}

export function WholeNumber({ name }: { name: "sessionMinutes" | "weeks" }) {
  return (
    <TextField
      name={name}
      label={questions[name]}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={useGiven(name)}
    />
  );
}

/** A single box to tick, with a sentence of its own. */
export function Tick({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const id = useId();
  const { values, error } = useField(name);
  const given = useGivenList(name);
  return (
    <div className="field">
      <Explained id={id} hint={hint} error={error} />
      <div>
        <label className="choice">
          <input
            type="checkbox"
            name={name}
            value="yes"
            defaultChecked={(values ?? given).includes("yes")}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(id, hint, error)}
          />
          <span>{label}</span>
        </label>
      </div>
    </div>
  );
}
