import { z } from "zod";
import { draftField } from "@/lib/drafts/schema";
import {
  choiceField,
  choicesField,
  formKeyField,
  idField,
  lineField,
  optionalChoice,
  textField,
} from "@/lib/platform/text";
import { seenField } from "@/lib/screening/schema";
import { techniqueField } from "@/lib/techniques/schema";

export const answers = {
  givenBy: ["licensed_therapist", "physiotherapist", "partner", "self", "device"],
  setting: ["before_attack", "during_attack", "after_attack", "between_attacks", "prevention"],
  areas: ["head", "face", "jaw", "neck", "shoulders", "upper_back", "hands", "feet", "whole_body"],
  pressure: ["very_light", "light", "medium", "firm", "very_firm"],
  frequency: ["once", "less_than_monthly", "monthly", "every_two_weeks", "weekly", "several_a_week", "daily"],
  expected: ["yes", "perhaps", "no", "did_not_think"],
  effect: ["helped_a_lot", "helped_a_little", "no_change", "made_it_worse", "cannot_tell"],
  change: ["better", "no_change", "worse", "cannot_tell"],
  function: ["0", "1", "2", "3"],
  relief: ["no_relief", "under_2_hours", "same_day", "a_few_days", "a_week_or_more"],
  unwanted: ["none", "sore", "triggered_attack", "other"],
  touchPainful: ["yes", "sometimes", "no", "cannot_tell"],
  cost: ["free", "under_25", "25_60", "60_100", "over_100"],
  continuing: ["yes", "stopped"],
  stoppedWhy: ["did_not_help", "made_worse", "cost", "access", "time", "told_to_stop", "no_longer_needed"],
  otherChanges: ["new_medicine", "sleep", "season", "other"],
  wouldAgain: ["yes", "perhaps", "no"],
  diagnosed: ["yes_by_clinician", "no", "unsure"],
  migraineType: ["without_aura", "with_aura", "chronic", "vestibular", "hemiplegic", "other", "unsure"],
} as const;

/** The answers that a member may keep off the page. */
export const hideable = [
  "expected",
  "pressure",
  "session",
  "frequency",
  "effects",
  "function",
  "relief",
  "touch_painful",
  "cost",
  "continuing",
  "other_changes",
  "diagnosed",
  "migraine_type",
] as const;

/** What a person may agree to, each apart from the others. */
export const purposes = ["shown", "counted", "quoted"] as const;
export type Purpose = (typeof purposes)[number];

/** Whose name stands on a testimonial: one's own, or one that is made for it alone. */
export const namings = ["handle", "once"] as const;
export type Naming = (typeof namings)[number];

/** How somebody wants to be asked again. */
/** The name of the list of reminders in tokens and headers of mails. */
export const remindersList = "reminders";

export const reminders = ["mail", "here", "none"] as const;
export type Reminder = (typeof reminders)[number];

export const followUpTimes = ["30_days", "90_days"] as const;
export type FollowUpTime = (typeof followUpTimes)[number];

/**
 * The regions of the body as a partition, so that nobody can take one group away from another that overlaps it:
 * every report falls into exactly one, or said nothing about where.
 */
export const regions = ["head_only", "neck_only", "head_and_neck", "elsewhere"] as const;

/** By what reports may be filtered, one at a time. Each is answered at most once in a report. */
export const filters = {
  setting: answers.setting,
  givenBy: answers.givenBy,
  region: regions,
  migraineType: answers.migraineType,
  touchPainful: answers.touchPainful,
} as const;

export type FilterName = keyof typeof filters;
/** `null` is everybody. */
export type Filter = { name: FilterName; value: string } | null;

/** A filter as an address has it, e.g. "setting:during_attack"; null for everybody, and for what is no filter. */
export function readFilter(text: string | undefined): Filter {
  const [name = "", value = ""] = (text ?? "").split(":");
  if (!Object.hasOwn(filters, name)) return null;
  const known: readonly string[] = filters[name as FilterName];
  return known.includes(value) ? { name: name as FilterName, value } : null;
}

export function writeFilter(filter: Filter): string {
  return filter ? `${filter.name}:${filter.value}` : "";
}

/** In what order testimonials are listed: never by what they say. */
export const sorts = ["newest", "thanked"] as const;
export type Sort = (typeof sorts)[number];

const fromList = "Please choose one from the list.";

/** An optional whole number; an empty field is null. */
function optionalNumber(name: string, min: number, max: number) {
  const sentence = `${name} should be a whole number from ${min} to ${max}, or empty.`;
  return z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.coerce.number({ error: sentence }).int(sentence).min(min, sentence).max(max, sentence).nullable(),
  );
}

const ability = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.enum(answers.function, { error: fromList }).transform(Number).nullable(),
);

const unwanted = choicesField(answers.unwanted, fromList)
  .refine((all) => all.length > 0, "Please say whether anything unwanted happened. “Nothing” is an answer.")
  .refine((all) => !(all.includes("none") && all.length > 1), "“Nothing” does not go together with the others.");

/** What is asked when somebody tells, and again in a follow-up. */
const outcome = {
  effect: choiceField(answers.effect, "Please say what it did. “No change” and “made it worse” help others as much."),
  effectDays: optionalChoice(answers.change, fromList),
  effectIntensity: optionalChoice(answers.change, fromList),
  effectLength: optionalChoice(answers.change, fromList),
  functionAfter: ability,
  relief: optionalChoice(answers.relief, fromList),
  unwanted,
  unwantedText: textField("What happened", { min: 0, max: 300 }),
  continuing: optionalChoice(answers.continuing, fromList),
  stoppedWhy: optionalChoice(answers.stoppedWhy, fromList),
};

const agreed = z.literal("yes").optional().catch(undefined);

const told = z.object({
  ...outcome,
  title: lineField("The line", { min: 0, max: 150 }),
  givenBy: choiceField(answers.givenBy, "Please say who gave it."),
  setting: choiceField(answers.setting, "Please say when, seen from the attack."),
  areas: choicesField(answers.areas, fromList),
  wouldAgain: optionalChoice(answers.wouldAgain, fromList),
  story: textField("Your story", { min: 0, max: 5000 }),
  tip: textField("What you would tell someone", { min: 0, max: 600 }),
  pressure: optionalChoice(answers.pressure, fromList),
  sessionMinutes: optionalNumber("The length", 1, 180),
  frequency: optionalChoice(answers.frequency, fromList),
  weeks: optionalNumber("The number of weeks", 0, 520),
  expected: optionalChoice(answers.expected, fromList),
  functionBefore: ability,
  touchPainful: optionalChoice(answers.touchPainful, fromList),
  cost: optionalChoice(answers.cost, fromList),
  otherChanges: choicesField(answers.otherChanges, fromList),
  diagnosed: optionalChoice(answers.diagnosed, fromList),
  migraineType: optionalChoice(answers.migraineType, fromList),
  interest: agreed,
  hidden: choicesField(hideable, fromList),
  audience: choiceField(["public", "members"], "Please choose who may read it."),
  shown: agreed,
  counted: agreed,
  quoted: agreed,
  remind: optionalChoice(reminders, fromList),
  key: formKeyField,
  seen: seenField,
  draft: draftField,
});

type Agreements = { shown?: "yes"; counted?: "yes"; quoted?: "yes" };

const somePurpose = (input: Agreements) => Boolean(input.shown ?? input.counted);
const somePurposeMissing = {
  path: ["shown"],
  error:
    "Please agree to showing it, to counting it, or to both. Without that it is not sent, and only you can read it.",
  // Beside every other complaint, and not only once there are none.
  when: () => true,
};
const quotedIsShown = (input: Agreements) => !input.quoted || Boolean(input.shown);
const quotedUnshown = {
  path: ["quoted"],
  error: "Only what is shown can be quoted. Please agree to showing it too, or leave this empty.",
  when: () => true,
};

export const tellSchema = told
  .extend({
    technique: techniqueField,
    naming: z.preprocess((value) => value ?? "handle", z.enum(namings, { error: fromList })),
  })
  .refine(somePurpose, somePurposeMissing)
  .refine(quotedIsShown, quotedUnshown);

/** Consents are not edited here: each has a button of its own. */
export const editTestimonialSchema = told.extend({ thread: idField });

export const changeConsentSchema = z.object({
  thread: idField,
  purpose: choiceField(purposes, fromList),
  act: choiceField(["given", "withdrawn"], fromList),
  key: formKeyField,
});

export const chooseReminderSchema = z.object({
  thread: idField,
  remind: choiceField(reminders, fromList),
  key: formKeyField,
});

/** What a mailed link carries; whether it is good is for the verb to say. */
export const leaveRemindersSchema = z.object({ token: z.string().max(200).catch(""), key: formKeyField });

export const withdrawTestimonialSchema = z.object({ thread: idField, key: formKeyField });

export const followUpSchema = z.object({
  ...outcome,
  thread: idField,
  after: choiceField(followUpTimes, fromList),
  note: textField("Your note", { min: 0, max: 2000 }),
  key: formKeyField,
  seen: seenField,
  draft: draftField,
});

export type Told = z.output<typeof told>;
export type FollowUp = z.output<typeof followUpSchema>;
