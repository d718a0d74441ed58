"use client";

import { useId, type ReactNode } from "react";
import { useField } from "./form";

type Common = { name: string; label: string; hint?: ReactNode; required?: boolean };

function FieldError({ id, sentence }: { id: string; sentence: string | undefined }) {
  if (!sentence) return null;
  return (
    <p className="field-error" id={id}>
      {sentence}
    </p>
  );
}

function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ") || undefined;
}

type TextProps = Common & {
  type?: "text" | "email" | "number";
  defaultValue?: string;
  autoComplete?: string;
  inputMode?: "text" | "email" | "numeric";
};

export function TextField({ name, label, hint, required, defaultValue, ...rest }: TextProps) {
  const id = useId();
  const { value, error } = useField(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} sentence={error} />
      <input
        {...rest}
        id={id}
        name={name}
        defaultValue={value ?? defaultValue}
        aria-required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  );
}

type AreaProps = Common & { defaultValue?: string; rows?: number; onText?: (text: string) => void };

export function TextArea({ name, label, hint, required, defaultValue, rows = 6, onText }: AreaProps) {
  const id = useId();
  const { value, error } = useField(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} sentence={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value ?? defaultValue}
        onInput={onText && ((event) => onText(event.currentTarget.value))}
        aria-required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  );
}

type Choice = { value: string; label: string; hint?: string };
type ChoiceProps = Common & { choices: Choice[]; defaultValue?: string };

/** Radio buttons: one of a few. */
export function ChoiceField({ name, label, hint, choices, defaultValue }: ChoiceProps) {
  return (
    <ChoiceGroup type="radio" name={name} label={label} hint={hint} choices={choices} chosen={[defaultValue ?? ""]} />
  );
}

/** Check boxes of one name: any of a few. */
export function ChoicesField({
  name,
  label,
  hint,
  choices,
  defaultValue = [],
}: Common & { choices: Choice[]; defaultValue?: string[] }) {
  return <ChoiceGroup type="checkbox" name={name} label={label} hint={hint} choices={choices} chosen={defaultValue} />;
}

type GroupProps = Common & { type: "radio" | "checkbox"; choices: Choice[]; chosen: string[] };

function ChoiceGroup({ type, name, label, hint, choices, chosen }: GroupProps) {
  const id = useId();
  const { values, error } = useField(name);
  const on = values ?? chosen;
  return (
    <fieldset
      className="field"
      aria-describedby={describedBy(id, hint, error)}
      aria-invalid={error ? true : undefined}
      tabIndex={-1}
    >
      <legend>{label}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} sentence={error} />
      <div className="choices">
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
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} sentence={error} />
      <select
        id={id}
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
    </div>
  );
}
