import { z } from "zod";
import { choiceField, formKeyField, idField, lengthOf, lineField, textField } from "@/lib/platform/text";
import { reportSchema, rules, type DecisionKind } from "./schema";

/** What a prepared text can be for: every decision that begins something. */
export const templateKinds = [
  "keep",
  "restore",
  "hide",
  "remove",
  "redact",
  "move",
  "ask_edit",
  "refuse_edit",
  "lock",
  "slow",
  "remind",
  "warn",
  "silence",
  "suspend",
  "ban",
  "pause_reports",
  "pause_appeals",
] as const satisfies readonly DecisionKind[];
export type TemplateKind = (typeof templateKinds)[number];

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
