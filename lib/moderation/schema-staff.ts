import { z } from "zod";
import { choiceField, formKeyField, idField, lengthOf, lineField, textField } from "@/lib/platform/text";
import { measures, penalties, reportSchema, rules, type DecisionKind, type Measure, type Penalty } from "./schema";

/** What a prepared text can be for: every decision that begins something. */
export type TemplateKind = Exclude<DecisionKind, "lift">;
const begins = (choice: Measure | Penalty): choice is TemplateKind => !choice.startsWith("lift_");
export const templateKinds = [...measures, ...penalties].filter(begins);

export const templateSchema = z.object({
  name: lineField("The name", { min: 2, max: 60 }),
  kind: choiceField(templateKinds, "Please choose what it is for."),
  rule: choiceField(rules, "Please choose the rule."),
  body: textField("The text", { min: 10, max: 2000 }),
  key: formKeyField,
});
export const editTemplateSchema = templateSchema.extend({ template: idField });
export const retireTemplateSchema = z.object({ template: idField, key: formKeyField });

export const noteSchema = z.object({
  member: idField,
  note: textField("The note", { min: 2, max: 2000 }),
  key: formKeyField,
});

export const openCaseSchema = reportSchema.omit({ note: true });

export const roles = ["member", "provider", "editor", "moderator", "admin"] as const;

export const roleSchema = z
  .object({
    member: idField,
    role: choiceField(roles, "Please choose the role."),
    credential: lineField("The profession", { min: 0, max: 80 }),
    key: formKeyField,
  })
  .superRefine(({ role, credential }, context) => {
    if (role === "provider" && lengthOf(credential) < 2)
      context.addIssue({
        code: "custom",
        path: ["credential"],
        message: "Please say what they do for a living: it stands beside their name.",
      });
  });
