import { z } from "zod";
import { draftField } from "@/lib/drafts/schema";
import { choiceField, formKeyField, idField, lineField, textField } from "@/lib/platform/text";

/** The name of the list in tokens and headers of its mails; another name would end the links that people have. */
export const newsletterList = "newsletter";

const unclear = "Please reload the page, and choose again.";
const date = "Please write the date as year, month and day, like 2026-11-24.";
const time = "Please write the time with hours and minutes, like 09:30.";

export const subscribeSchema = z.object({
  email: lineField("Your e-mail address", { min: 1, max: 320 }),
  key: formKeyField,
});

/** What a mailed link carries; whether it is good is for the verb to say. */
export const linkSchema = z.object({ token: z.string().max(200).catch(""), key: formKeyField });

const words = z.object({
  subject: lineField("The subject", { min: 5, max: 100 }),
  introduction: textField("The introduction", { min: 0, max: 5000 }),
  /** In the order in which they stand in the mail. */
  articles: z.preprocess(
    (value) => [...new Set(value === undefined || value === "" ? [] : [value].flat())],
    z.array(idField).max(50, { error: unclear }),
  ),
  key: formKeyField,
  draft: draftField,
});

const seen = { issue: idField, version: idField };

export const writeIssueSchema = words;
export const editIssueSchema = words.extend(seen);

/** All that an editor writes. */
export type IssueWords = Omit<z.output<typeof words>, "key" | "draft">;

export const scheduleIssueSchema = z
  .object({
    ...seen,
    when: choiceField(["now", "later"], unclear),
    date: z.string().trim().optional(),
    time: z.string().trim().optional(),
    key: formKeyField,
  })
  .superRefine(({ when, ...given }, context) => {
    if (when === "now") return;
    if (!z.iso.date().safeParse(given.date).success)
      context.addIssue({ code: "custom", path: ["date"], message: date });
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(given.time ?? ""))
      context.addIssue({ code: "custom", path: ["time"], message: time });
  })
  .transform(({ when, date: day, time: hour, ...rest }) => ({
    ...rest,
    /** Null for now. */
    at: when === "now" ? null : new Date(`${day}T${hour}:00Z`),
  }));

export const issueSchema = z.object({ issue: idField, key: formKeyField });
