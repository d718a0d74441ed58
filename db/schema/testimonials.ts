import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { moment, reference } from "../columns";
import { members } from "./members";
import { techniques } from "./techniques";
import { threads } from "./threads";

export const givenByEnum = pgEnum("given_by", ["licensed_therapist", "physiotherapist", "partner", "self", "device"]);
export const settingEnum = pgEnum("setting", [
  "before_attack",
  "during_attack",
  "after_attack",
  "between_attacks",
  "prevention",
]);
export const areaEnum = pgEnum("area", [
  "head",
  "face",
  "jaw",
  "neck",
  "shoulders",
  "upper_back",
  "hands",
  "feet",
  "whole_body",
]);
export const pressureEnum = pgEnum("pressure", ["very_light", "light", "medium", "firm", "very_firm"]);
export const frequencyEnum = pgEnum("frequency", [
  "once",
  "less_than_monthly",
  "monthly",
  "every_two_weeks",
  "weekly",
  "several_a_week",
  "daily",
]);
export const expectedEnum = pgEnum("expected", ["yes", "perhaps", "no", "did_not_think"]);
export const effectEnum = pgEnum("effect", [
  "helped_a_lot",
  "helped_a_little",
  "no_change",
  "made_it_worse",
  "cannot_tell",
]);
export const changeEnum = pgEnum("change", ["better", "no_change", "worse", "cannot_tell"]);
export const reliefEnum = pgEnum("relief", ["no_relief", "under_2_hours", "same_day", "a_few_days", "a_week_or_more"]);
export const unwantedEnum = pgEnum("unwanted", ["none", "sore", "triggered_attack", "other"]);
export const touchPainfulEnum = pgEnum("touch_painful", ["yes", "sometimes", "no", "cannot_tell"]);
export const costEnum = pgEnum("cost", ["free", "under_25", "25_60", "60_100", "over_100"]);
export const continuingEnum = pgEnum("continuing", ["yes", "stopped"]);
export const stoppedWhyEnum = pgEnum("stopped_why", [
  "did_not_help",
  "made_worse",
  "cost",
  "access",
  "time",
  "told_to_stop",
  "no_longer_needed",
]);
export const otherChangeEnum = pgEnum("other_change", ["new_medicine", "sleep", "season", "other"]);
export const wouldAgainEnum = pgEnum("would_again", ["yes", "perhaps", "no"]);
export const diagnosedEnum = pgEnum("diagnosed", ["yes_by_clinician", "no", "unsure"]);
export const migraineTypeEnum = pgEnum("migraine_type", [
  "without_aura",
  "with_aura",
  "chronic",
  "vestibular",
  "hemiplegic",
  "other",
  "unsure",
]);
/** The answers that a member may keep off the page. */
export const answerFieldEnum = pgEnum("answer_field", [
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
]);

/** Structured answers: what I tried, how, and what it did to me. */
export const testimonials = pgTable(
  "testimonials",
  {
    threadId: reference("thread_id")
      .primaryKey()
      .references(() => threads.id, { onDelete: "cascade" }),
    /** Repeated from the thread, so that the database itself refuses a second one for the same technique. */
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id),
    techniqueId: reference("technique_id")
      .notNull()
      .references(() => techniques.id),
    /** Follows the thread's: a withdrawn testimonial makes room for a new one. */
    withdrawnAt: moment("withdrawn_at"),
    givenBy: givenByEnum("given_by").notNull(),
    setting: settingEnum("setting").notNull(),
    areas: areaEnum("areas").array().notNull(),
    pressure: pressureEnum("pressure"),
    sessionMinutes: integer("session_minutes"),
    frequency: frequencyEnum("frequency"),
    weeks: integer("weeks"),
    expected: expectedEnum("expected"),
    effect: effectEnum("effect").notNull(),
    effectDays: changeEnum("effect_days"),
    effectIntensity: changeEnum("effect_intensity"),
    effectLength: changeEnum("effect_length"),
    /** 0 = could do nothing, 3 = could do everything. */
    functionBefore: integer("function_before"),
    functionAfter: integer("function_after"),
    relief: reliefEnum("relief"),
    unwanted: unwantedEnum("unwanted").array().notNull(),
    unwantedText: text("unwanted_text").notNull().default(""),
    touchPainful: touchPainfulEnum("touch_painful"),
    cost: costEnum("cost"),
    continuing: continuingEnum("continuing"),
    stoppedWhy: stoppedWhyEnum("stopped_why"),
    otherChanges: otherChangeEnum("other_changes")
      .array()
      .notNull()
      .default(sql`'{}'`),
    wouldAgain: wouldAgainEnum("would_again"),
    diagnosed: diagnosedEnum("diagnosed"),
    migraineType: migraineTypeEnum("migraine_type"),
    tip: text("tip").notNull().default(""),
    story: text("story").notNull().default(""),
    storyHtml: text("story_html").notNull().default(""),
    pipeline: integer("pipeline").notNull(),
    hiddenAnswers: answerFieldEnum("hidden_answers")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The person agreed that these answers are shown on the testimonial's page. */
    shownConsentAt: moment("shown_consent_at").notNull(),
    /** The person agreed that the answers count in the aggregates; null is no. */
    countedConsentAt: moment("counted_consent_at"),
  },
  (table) => [
    uniqueIndex("testimonials_one_per_technique")
      .on(table.memberId, table.techniqueId)
      .where(sql`withdrawn_at IS NULL`),
    index("testimonials_by_technique").on(table.techniqueId),
    check("testimonials_areas_given", sql`cardinality(${table.areas}) between 1 and 9`),
    check(
      "testimonials_unwanted_given",
      sql`cardinality(${table.unwanted}) >= 1 AND NOT ('none' = ANY(${table.unwanted}) AND cardinality(${table.unwanted}) > 1)`,
    ),
    check("testimonials_session", sql`${table.sessionMinutes} between 1 and 180`),
    check("testimonials_weeks", sql`${table.weeks} between 0 and 520`),
    check(
      "testimonials_function",
      sql`${table.functionBefore} between 0 and 3 AND ${table.functionAfter} between 0 and 3`,
    ),
    check("testimonials_stopped", sql`${table.stoppedWhy} IS NULL OR ${table.continuing} = 'stopped'`),
    check("testimonials_story_length", sql`char_length(${table.story}) <= 5000`),
    check("testimonials_tip_length", sql`char_length(${table.tip}) <= 600`),
    check("testimonials_unwanted_length", sql`char_length(${table.unwantedText}) <= 300`),
  ],
);
