import { z } from "zod";
import { choiceField, formKeyField, idField, textField } from "@/lib/platform/text";

/** The most urgent first: a case takes the first of its reports' reasons in this order. */
export const reportReasons = [
  "worried_about_person",
  "unsafe_advice",
  "promotion",
  "harassment",
  "private_details",
  "spam",
  "off_topic",
  "other",
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const decisionKinds = ["dismiss", "hide", "remove", "restore", "lock", "unlock"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const rules = ["safety", "kindness", "privacy", "honesty", "promotion", "on_topic", "law", "none"] as const;
export type Rule = (typeof rules)[number];

const position = z.coerce.number().int().min(0).max(1_000_000).catch(0);

export const reportSchema = z.object({
  thread: idField,
  comment: position,
  reason: choiceField(reportReasons, "Please choose what it is about."),
  note: textField("The note", { min: 0, max: 1000 }),
  key: formKeyField,
});

export const decisionSchema = z.object({
  case: idField,
  version: idField,
  kind: choiceField(decisionKinds, "Please choose what to do."),
  rule: choiceField(rules, "Please choose the rule."),
  reason: textField("The reason", { min: 10, max: 2000 }),
  key: formKeyField,
});
