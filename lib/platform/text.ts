import { z } from "zod";

/** Length as people count it: in code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * A text field of a form: line ends made "\n", trimmed, counted in code points.
 * Refuses NUL bytes and halves of characters, which Postgres cannot keep.
 * @param name how the field is called in a sentence, e.g. "Your comment"
 */
export function textField(name: string, limits: { min: number; max: number }) {
  return z
    .string({ error: `${name} is missing.` })
    .transform((value) => value.replace(/\r\n?/g, "\n").trim())
    .superRefine((value, context) => {
      const message = complaint(name, value, limits);
      if (message) context.addIssue({ code: "custom", message });
    });
}

function complaint(name: string, value: string, { min, max }: { min: number; max: number }): string | undefined {
  if (unstorable.test(value))
    return `${name} holds a character that cannot be stored. Please remove it, or type it again.`;
  const length = lengthOf(value);
  if (length === 0 && min > 0) return `${name} is empty. Please write something.`;
  if (length < min) return `${name} is a little short: please use at least ${min} characters (now ${length}).`;
  if (length > max) return `${name} is too long: ${length} characters, and ${max} fit. Please shorten it.`;
  return undefined;
}

/** A one-line text field: like `textField`, with line breaks and runs of space made one space. */
export function lineField(name: string, limits: { min: number; max: number }) {
  return z
    .string({ error: `${name} is missing.` })
    .transform((value) => value.replace(/\s+/g, " "))
    .pipe(textField(name, limits));
}

/** A choice from a closed list, with one sentence for whatever else comes. */
export function choiceField<const T extends readonly string[]>(values: T, sentence: string) {
  return z.enum(values, { error: sentence });
}

/** An optional choice: an empty string or a missing field is undefined. */
export function optionalChoice<const T extends readonly [string, ...string[]]>(values: T, sentence: string) {
  return z.preprocess((value) => (value === "" ? undefined : value), z.enum(values, { error: sentence }).optional());
}

/** Check boxes of one name: one value, several or none, as a list without repeats. */
export function choicesField<const T extends readonly [string, ...string[]]>(values: T, sentence: string) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : [...new Set([value].flat())]),
    z.array(z.enum(values, { error: sentence })),
  );
}

/** The id of a row in a hidden field. */
export const idField = z.coerce
  .number({ error: "This form is out of date. Please reload the page." })
  .int({ error: "This form is out of date. Please reload the page." })
  .positive({ error: "This form is out of date. Please reload the page." })
  .max(Number.MAX_SAFE_INTEGER, { error: "This form is out of date. Please reload the page." });

/** The hidden field that makes a double click or a resend have one effect. */
export const formKeyField = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9_-]*$/)
  .catch("");
