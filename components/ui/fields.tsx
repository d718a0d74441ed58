"use client";

import { createContext, useContext, useId, type ReactNode } from "react";
import { useField } from "./form";

type Common = { name: string; label: string; hint?: ReactNode; required?: boolean };

/** A heading that asks a question. The field whose label it is has no other, and is named by it. */
export const AskedAbove = createContext({ id: "", question: "" });

function useHeading(label: string): string | undefined {
  const { id, question } = useContext(AskedAbove);
  return question === label ? id : undefined;
}

export function Explained({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ") || undefined;
}

type LabelledProps = { id: string; label: string; hint: ReactNode; error: string | undefined; children: ReactNode };

/** One control with its label, its hint and what is wrong with it. */
function Labelled({ id, label, hint, error, children }: LabelledProps) {
  return (
    <div className="field">
      {!useHeading(label) && <label htmlFor={id}>{label}</label>}
      <Explained id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

type TextProps = Common & {
  type?: "text" | "email" | "date" | "time";
  defaultValue?: string;
  autoComplete?: string;
  inputMode?: "text" | "email" | "numeric" | "url";
};

export function TextField({ name, label, hint, required, defaultValue, ...rest }: TextProps) {
  const id = useId();
  const { value, error } = useField(name);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        id={id}
        aria-labelledby={useHeading(label)}
        name={name}
        defaultValue={value ?? defaultValue}
        aria-required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Labelled>
  );
}

type AreaProps = Common & { defaultValue?: string; rows?: number };

export function TextArea({ name, label, hint, required, defaultValue, rows = 6 }: AreaProps) {
  const id = useId();
  const { value, error } = useField(name);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        aria-labelledby={useHeading(label)}
        name={name}
        rows={rows}
        defaultValue={value ?? defaultValue}
        aria-required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Labelled>
  );
}

type Choice = { value: string; label: string; hint?: string };
/** Short choices stand side by side on a phone, too; level ones stand in one row where there is room for it. */
type Shape = "short" | "level";
type ChoiceProps = Common & { choices: Choice[]; defaultValue?: string; shape?: Shape };

/** Radio buttons: one of a few. */
export function ChoiceField({ defaultValue, ...group }: ChoiceProps) {
  return <ChoiceGroup {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}

/** Check boxes of one name, of which several may be chosen. */
export function ChoicesField({
  defaultValue = [],
  ...group
}: Omit<ChoiceProps, "defaultValue"> & { defaultValue?: string[] }) {
  return <ChoiceGroup {...group} type="checkbox" chosen={defaultValue} />;
}

type GroupProps = Omit<ChoiceProps, "defaultValue"> & { type: "radio" | "checkbox"; chosen: string[] };

function ChoiceGroup({ type, name, label, hint, choices, chosen, shape }: GroupProps) {
  const id = useId();
  const heading = useHeading(label);
  const { values, error } = useField(name);
  const on = values ?? chosen;
  return (
    <fieldset
      className="field"
      aria-labelledby={heading}
      aria-describedby={describedBy(id, hint, error)}
      aria-invalid={error ? true : undefined}
      tabIndex={-1}
    >
      {!heading && <legend>{label}</legend>}
      <Explained id={id} hint={hint} error={error} />
      <div className={shape ? `choices choices-${shape}` : "choices"}>
        {choices.map((choice) => (
          <label className="choice" key={choice.value}>
            <input type={type} name={name} value={choice.value} defaultChecked={on.includes(choice.value)} />
            <span>
              {choice.label}
              {choice.hint && <span className="hint"> {choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function SelectField({ name, label, hint, choices, defaultValue }: ChoiceProps) {
  const id = useId();
  const { value, error } = useField(name);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        aria-labelledby={useHeading(label)}
        name={name}
        defaultValue={value ?? defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
