import { z } from "zod";
import { choiceField, formKeyField, idField, lineField, textField } from "@/lib/platform/text";

const postKinds = ["question", "experience", "advice"] as const;

const words = z.object({
  kind: choiceField(postKinds, "Please say whether this is a question, an experience or advice."),
  title: lineField("The title", { min: 8, max: 150 }),
  body: textField("Your text", { min: 20, max: 20_000 }),
  audience: choiceField(["public", "members"], "Please choose who may read it."),
  key: formKeyField,
});

export const startPostSchema = words.extend({
  technique: z
    .string({ error: "Please choose a technique." })
    .min(1, "Please choose a technique.")
    .max(80, "Please choose a technique."),
});
export const editPostSchema = words.extend({ thread: idField });

export type PostWords = z.output<typeof words>;
