import { pgEnum } from "drizzle-orm/pg-core";

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

export const purposeEnum = pgEnum("purpose", ["shown", "counted", "quoted"]);
export const consentActEnum = pgEnum("consent_act", ["given", "withdrawn"]);
export const remindEnum = pgEnum("remind", ["mail", "here", "none"]);
export const followUpTimeEnum = pgEnum("follow_up_time", ["30_days", "90_days"]);
export const regionEnum = pgEnum("region", ["head_only", "neck_only", "head_and_neck", "elsewhere"]);
