import { z } from "zod";
import { formKeyField, idField } from "@/lib/platform/text";

/** What a draft may be of, and how the name of its form looks. */
const forms = {
  post: /^post$/,
  comment: /^comment-(\d{1,15})$/,
  testimonial: /^testimonial$/,
  follow_up: /^follow-up-(\d{1,15})-(30_days|90_days)$/,
  article: /^article$/,
  edit_post: /^edit-post-(\d{1,15})$/,
  edit_comment: /^edit-comment-(\d{1,15})$/,
  edit_testimonial: /^edit-testimonial-(\d{1,15})$/,
  edit_article: /^edit-article-(\d{1,15})-([0-9a-f]{16})$/,
  issue: /^issue$/,
  edit_issue: /^edit-issue-(\d{1,15})-(\d{1,15})$/,
} as const;

export type DraftKind = keyof typeof forms;

/** The form that a draft belongs to. `id` is of the thread, or of the comment or issue that is edited; 0 where it is new. */
export type Place = { kind: DraftKind; id: number; detail: string };

/** Reads the name of a form; null for one that there is not. */
export function placeOf(name: string): Place | null {
  for (const [kind, pattern] of Object.entries(forms)) {
    const found = pattern.exec(name);
    if (found) return { kind: kind as DraftKind, id: Number(found[1] ?? 0), detail: found[2] ?? "" };
  }
  return null;
}

/** By the fields' names; several values where several boxes are ticked. */
export type DraftValues = Record<string, string[]>;

/** In characters of its JSON: what the form takes, and room for a text that has yet to be shortened. */
function mostCharacters(place: string): number {
  return /^(edit-)?article/.test(place) ? 160_000 : 65_536;
}

const fieldName = z.string().regex(/^[A-Za-z]{1,40}$/);
const halves = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const longestAgeSeconds = 180 * 86_400;

/** What an open form sends to be kept. Words are taken as they are, whatever the form itself will say to them. */
export const saveDraftSchema = z
  .object({
    place: z.string().refine((name) => placeOf(name) !== null),
    /** Whose page it is: somebody else may have signed in in this browser since. */
    member: idField,
    /** Of the open page. */
    writer: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
    /** The draft that the page goes on with, and the version that it saw. */
    draft: z.object({ id: idField, version: z.int().positive().max(2_000_000_000) }).nullable(),
    /** The question that was open. */
    step: z.string().regex(/^[A-Za-z0-9_-]{0,60}$/),
    values: z.record(fieldName, z.array(z.string().transform((text) => text.replace(halves, ""))).max(60)),
    /** How long ago it was typed, by the browser's own clock. */
    ageSeconds: z.number().min(0).max(longestAgeSeconds),
  })
  .refine(({ place, values }) => JSON.stringify(values).length <= mostCharacters(place), { path: ["values"] });

export type KeptForm = z.output<typeof saveDraftSchema>;

/** The hidden field of a form that says which draft it goes on with. */
export const draftField = z
  .preprocess((value) => (value === "" ? undefined : value), idField.optional())
  .catch(undefined);

export const throwAwaySchema = z.object({ draft: idField, key: formKeyField });
