import { z } from "zod";
import { choiceField, formKeyField, idField, lineField, textField } from "@/lib/platform/text";

/** What a form sends back of the pause before: which cards and notes were shown. See `judgeWords`. */
export const seenField = z
  .string()
  .max(2000)
  .regex(/^[a-z0-9_ -]*$/)
  .optional()
  .catch(undefined);

/** Why something waits, as its author may know it. */
export type WhyWaiting = "first" | "link" | "woke" | "words" | "told";

export const watchActs = ["block", "hold", "flag", "note"] as const;
export type WatchAct = (typeof watchActs)[number];

export const phraseLength = { min: 2, max: 100 };

export const phraseField = lineField("The phrase", phraseLength).refine((text) => /[\p{L}\p{N}]/u.test(text), {
  message: "A phrase has at least one letter or digit.",
});

export const addPhraseSchema = z
  .object({
    phrase: phraseField,
    act: choiceField(watchActs, "Please choose what happens."),
    note: textField("The note", { min: 0, max: 500 }),
    key: formKeyField,
  })
  .refine(({ act, note }) => act !== "note" || note !== "", {
    path: ["note"],
    message: "Please write the note that the author reads.",
  });

export const retirePhraseSchema = z.object({ phrase: idField, key: formKeyField });

const host = lineField("The host", { min: 3, max: 253 });
export const hostSchema = z.object({ host, key: formKeyField });

export type NewPhrase = z.output<typeof addPhraseSchema>;
