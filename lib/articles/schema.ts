import { z } from "zod";
import { draftField } from "@/lib/drafts/schema";
import { choiceField, formKeyField, idField, lineField, textField } from "@/lib/platform/text";

/** Who writes articles. */
export const editorRoles = ["editor", "admin"] as const;

const study = /^[a-z]+-\d{4}$/;
const unclear = "Please reload the page, and choose again.";

/** Short names of study cards in the order of their numbers, however they are set apart; repeats are dropped. */
const sourcesField = textField("The list of sources", { min: 1, max: 4000 })
  .transform((text) => [...new Set(text.toLowerCase().split(/[\s,;[\]]+/))].filter((name) => name !== ""))
  .superRefine((names, context) => {
    const odd = names.filter((name) => !study.test(name)).slice(0, 5);
    const rule = "A short name is one word and a year, like lawler-2006.";
    if (names.length === 0)
      context.addIssue({ code: "custom", message: `Please name at least one study card. ${rule}` });
    if (odd.length > 0) context.addIssue({ code: "custom", message: `${rule} This is none: ${odd.join(", ")}.` });
  });

const date = "Please write the date as year, month and day, like 2026-11-24.";

const words = z.object({
  title: lineField("The title", { min: 8, max: 150 }),
  /** Empty for an article about no single technique. */
  technique: z.string({ error: unclear }).regex(/^[a-z0-9-]{0,80}$/, unclear),
  audience: choiceField(["public", "members"], "Please choose who may read it."),
  excerpt: lineField("The summary", { min: 20, max: 240 }),
  body: textField("The text", { min: 20, max: 60_000 }),
  sources: sourcesField,
  reviewer: lineField("The name of who checked it", { min: 3, max: 120 }),
  reviewedOn: z
    .string({ error: date })
    .trim()
    .pipe(z.iso.date({ error: date }).regex(/^2\d{3}-/, date)),
  key: formKeyField,
  draft: draftField,
});

export const publishArticleSchema = words;
export const editArticleSchema = words.extend({
  thread: idField,
  /** What the editor saw when they began. */
  version: z.string({ error: unclear }).regex(/^[0-9a-f]{64}$/, unclear),
});

/** All that an editor writes; the form's key and its draft say nothing about it. */
export type ArticleWords = Omit<z.output<typeof words>, "key" | "draft">;

export const quoteSchema = z.object({
  article: idField,
  testimonial: z.coerce
    .number({ error: "The number stands in the address of the testimonial, like 154." })
    .int({ error: "The number stands in the address of the testimonial, like 154." })
    .positive({ error: "The number stands in the address of the testimonial, like 154." })
    .max(Number.MAX_SAFE_INTEGER),
  passage: textField("The passage", { min: 10, max: 1000 }),
  replaces: z.preprocess((value) => (value === "" ? undefined : value), idField.optional()),
  key: formKeyField,
});

export const dropQuoteSchema = z.object({ article: idField, quote: idField, key: formKeyField });
