import { z } from "zod";
import { choiceField, formKeyField, idField, lineField, optionalChoice, textField } from "@/lib/platform/text";
import { goesAgainstRule } from "./schema-rules";

/** The most urgent first: a case takes the first of its reports' reasons in this order. */
export const reportReasons = [
  "worried_about_person",
  "illegal",
  "unsafe_advice",
  "promotion",
  "harassment",
  "private_details",
  "spam",
  "off_topic",
  "other",
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What a report or a case can be about. A testimonial and an article are threads, and are reported for other reasons. */
export type ReportedKind = "post" | "testimonial" | "article" | "comment" | "profile";

/** What a case is about, as far as decisions go. */
export type Subject = "thread" | "comment" | "profile";

export type CaseOrigin = "report" | "notice" | "software" | "staff";

/** What can happen to the words. */
export const measures = [
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
  "lift_lock",
  "lift_slow",
] as const;
export type Measure = (typeof measures)[number];

/** What can happen to the person, in the order in which it is offered. */
export const penalties = [
  "remind",
  "warn",
  "silence",
  "suspend",
  "ban",
  "pause_reports",
  "pause_appeals",
  "lift_silence",
  "lift_suspend",
  "lift_ban",
  "lift_pause_reports",
  "lift_pause_appeals",
] as const;
export type Penalty = (typeof penalties)[number];

/** Days that a silence, a suspension or a pause may last: 24 hours, 72 hours, a week, a month. */
export const penaltyDays = ["1", "3", "7", "30"] as const;

/** What is written down: each measure and penalty, but that one kind ends all the others. */
export type DecisionKind = Exclude<Measure | Penalty, `lift_${string}`> | "lift";

/** Decisions that take nothing away from their author. */
export const nothingToObject: readonly DecisionKind[] = ["keep", "restore", "lift"];

export const restrictionKinds = ["silence", "suspend", "ban", "pause_reports", "pause_appeals"] as const;
export type RestrictionKind = (typeof restrictionKinds)[number];

export type Scope = "text" | "thread" | "profile" | "account";

export const rules = [
  "safety",
  "kindness",
  "privacy",
  "honesty",
  "promotion",
  "on_topic",
  "spam",
  "law",
  "none",
] as const;
export type Rule = (typeof rules)[number];

/** By what the queue can be narrowed: reasons that ask for the same kind of look. */
export const queueGroups = ["worry", "unsafe", "spam", "people", "other"] as const;
export type QueueGroup = (typeof queueGroups)[number];
export const reasonsOfGroup: Record<QueueGroup, ReportReason[]> = {
  worry: ["worried_about_person"],
  unsafe: ["illegal", "unsafe_advice"],
  spam: ["promotion", "spam"],
  people: ["harassment", "private_details"],
  other: ["off_topic", "other"],
};

/** So many cases are decided as one: four pages of the queue, and nobody can look at more of them before. */
const batchSize = 100;

/** Why a case was left out of a batch: somebody changed it, it is the moderator's own, or it cannot be removed. */
export const skipReasons = ["changed", "own", "unfit"] as const;
export type Skipped = { id: number; why: (typeof skipReasons)[number] };

/** How many cases are remembered as passed over; more would not fit well into an address. */
const mostPassed = 50;

const position = z.coerce.number().int().min(0).max(1_000_000).catch(0);

export const reportSchema = z.object({
  /** A thread, or nothing where a member is reported. */
  thread: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0),
  comment: position,
  member: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0),
  reason: choiceField(reportReasons, "Please choose what it is about."),
  note: textField("The note", { min: 0, max: 1000 }),
  key: formKeyField,
});

/** What somebody works through: one group of the queue or all of it, without the cases that they passed over. */
const nextFields = {
  show: optionalChoice(queueGroups, "Please reload the page.").catch(undefined),
  passed: z
    .string()
    .regex(new RegExp(`^\\d{1,15}(\\.\\d{1,15}){0,${mostPassed - 1}}$`))
    .transform((ids) => ids.split(".").map(Number))
    .catch([]),
};

export const nextCaseSchema = z.object({ ...nextFields, key: formKeyField });

export const caseSchema = z.object({ case: idField, key: formKeyField });

export const batchSchema = z.object({ batch: idField, key: formKeyField });

const chosenCase = z
  .string()
  .regex(/^\d{1,15}\.\d{1,9}$/, "This form is out of date. Please reload the page.")
  .transform((given) => {
    const [id = 0, version = 0] = given.split(".").map(Number);
    return { id, version };
  });

export const spamSchema = z.object({
  /** Cases with the version that the moderator saw, e.g. "12.3". */
  chosen: z.preprocess(
    (given) => (given === undefined || given === "" ? [] : [...new Set([given].flat())]),
    z
      .array(chosenCase)
      .min(1, "Please choose at least one case.")
      .max(batchSize, `Please choose ${batchSize} cases at the most.`),
  ),
  bans: optionalChoice(["newcomers"], "Please reload the page."),
  key: formKeyField,
});

export const decisionSchema = z
  .object({
    case: idField,
    version: idField,
    measure: choiceField(measures, "Please choose what happens with it."),
    penalty: optionalChoice(penalties, "Please choose from the list."),
    days: optionalChoice(penaltyDays, "Please choose how long."),
    technique: z.string().max(100).catch(""),
    passage: textField("The passage", { min: 0, max: 2000 }).catch(""),
    rule: choiceField(rules, "Please choose the rule."),
    legalGround: textField("The law", { min: 0, max: 300 }).catch(""),
    /** Left empty, the author reads our usual words (`usualWords`). */
    reason: textField("The reason", { min: 0, max: 2000 }),
    /** Where to go after it: the next case, or back to this one. */
    then: optionalChoice(["next"], "Please reload the page."),
    ...nextFields,
    key: formKeyField,
  })
  .superRefine((given, context) => {
    const miss = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (given.measure === "move" && !given.technique) miss("technique", "Please choose the technique it belongs to.");
    if (given.measure === "redact" && !given.passage) miss("passage", "Please copy the passage here, as it was typed.");
    if (given.rule === "law" && given.legalGround.length < 2) miss("legalGround", "Please name the law.");
    if (["silence", "suspend", "pause_reports", "pause_appeals"].includes(given.penalty ?? "") && !given.days)
      miss("days", "Please choose how long.");
    const { length } = [...given.reason];
    if (length > 0 && length < 10)
      miss("reason", `The reason is a little short: please use at least 10 characters (now ${length}).`);
    if (length === 0 && given.rule === "none" && goesAgainstRule(given))
      miss("reason", "Please say why, or choose the rule: then the author reads our usual words and the rule.");
  });

const appealOutcomes = ["upheld", "refused"] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

export const appealSchema = z.object({
  statement: idField.catch(0),
  report: idField.catch(0),
  body: textField("What you write", { min: 20, max: 4000 }),
  key: formKeyField,
});

export const answerSchema = z.object({
  appeal: idField,
  version: idField,
  outcome: choiceField(appealOutcomes, "Please choose whether the decision stands."),
  answer: textField("The answer", { min: 10, max: 2000 }),
  key: formKeyField,
});
/** Letters and digits of a notice's reference: none that looks or sounds like another, and no vowel, so no words. */
export const referenceLetters = "234679CDFGHJKMNPQRTVWXY";
const referenceShape = new RegExp(`^N-[${referenceLetters}]{4}-[${referenceLetters}]{4}$`);

export function isReference(text: string): boolean {
  return referenceShape.test(text);
}

/** A box that was ticked or not. */
const tick = z.string().max(10).catch("");

export const noticeSchema = z
  .object({
    address: lineField("The address", { min: 1, max: 500 }),
    why: textField("The explanation", { min: 20, max: 5000 }),
    name: lineField("Your name", { min: 0, max: 120 }),
    email: lineField("Your e-mail address", { min: 0, max: 320 }),
    childAbuse: tick,
    goodFaith: tick,
    key: formKeyField,
  })
  .superRefine((given, context) => {
    const miss = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (given.childAbuse !== "yes") {
      if (!given.name) miss("name", "Please give your name. The law asks for it in a notice like this.");
      if (!given.email) miss("email", "Please give your e-mail address, so that we can tell you what was decided.");
    }
    if (given.goodFaith !== "yes")
      miss("goodFaith", "Please tick this box if it is so. Without it we cannot take the notice.");
  })
  .transform(({ goodFaith: _said, childAbuse, ...given }) => ({ ...given, childAbuse: childAbuse === "yes" }));
