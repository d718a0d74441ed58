import { z } from "zod";
import { draftField } from "@/lib/drafts/schema";
import { choiceField, formKeyField, idField, lineField, textField } from "@/lib/platform/text";
import { seenField } from "@/lib/screening/schema";
import { techniqueField } from "@/lib/techniques/schema";

export const postKinds = ["question", "experience", "advice"] as const;

const words = z.object({
  kind: choiceField(postKinds, "Please say whether this is a question, an experience or advice."),
  title: lineField("The title", { min: 8, max: 150 }),
  body: textField("Your text", { min: 20, max: 20_000 }),
  audience: choiceField(["public", "members"], "Please choose who may read it."),
  key: formKeyField,
  seen: seenField,
  draft: draftField,
});

export const startPostSchema = words.extend({
  technique: techniqueField,
});
export const editPostSchema = words.extend({ thread: idField });
export const withdrawPostEditSchema = z.object({ thread: idField, key: formKeyField });

export type PostWords = z.output<typeof words>;
