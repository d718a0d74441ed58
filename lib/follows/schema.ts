import { z } from "zod";
import { choiceField, formKeyField, idField } from "@/lib/platform/text";

const subjectKinds = ["technique", "thread", "member"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What can be followed. */
export type Subject = { kind: SubjectKind; id: number };

export const followSchema = z.object({
  kind: choiceField(subjectKinds, "This form is out of date. Please reload the page."),
  id: idField,
  key: formKeyField,
});
