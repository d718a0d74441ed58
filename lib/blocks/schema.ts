import { z } from "zod";
import { choiceField, formKeyField, idField, lineField } from "@/lib/platform/text";

const outOfDate = "This form is out of date. Please reload the page.";

export const blockSchema = z.object({ member: idField, key: formKeyField });

const mutedKinds = ["technique", "thread", "member"] as const;
export type MutedKind = (typeof mutedKinds)[number];

/** What can be muted: a technique, a thread, another member's words, or every text with a word or some words in a row. */
export type Mutable = { kind: MutedKind; id: number } | { kind: "word"; word: string };

export const muteSchema = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: choiceField(mutedKinds, outOfDate), id: idField, key: formKeyField }),
    z.object({ kind: z.literal("word"), word: lineField("The word", { min: 2, max: 60 }), key: formKeyField }),
  ],
  { error: outOfDate },
);
