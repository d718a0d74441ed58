import { questions } from "@/lib/testimonials/labels";

/** Answers given before, by the field's name, as a form has them. */
export type Given = Record<string, string | string[]>;

const fields = [...Object.keys(questions), "unwantedText", "story", "tip", "title", "audience", "note"];

/** The answers of a row, and nothing else of it: all of this goes to the browser. */
export function givenOf(row: Record<string, unknown>): Given {
  const named: Record<string, unknown> = {
    ...row,
    hidden: row.hiddenAnswers,
    interest: row.interest === true ? "yes" : null,
  };
  const answered = fields.map((name) => [name, named[name]] as const).filter(([, value]) => value !== null);
  return Object.fromEntries(
    answered
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
