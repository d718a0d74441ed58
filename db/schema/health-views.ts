import { boolean, integer, text } from "drizzle-orm/pg-core";
import { moment, reference } from "../columns";
import {
  givenByEnum,
  settingEnum,
  areaEnum,
  pressureEnum,
  frequencyEnum,
  expectedEnum,
  effectEnum,
  changeEnum,
  reliefEnum,
  unwantedEnum,
  touchPainfulEnum,
  costEnum,
  continuingEnum,
  stoppedWhyEnum,
  otherChangeEnum,
  wouldAgainEnum,
  diagnosedEnum,
  migraineTypeEnum,
  followUpTimeEnum,
  regionEnum,
} from "./answers";
import { health } from "./testimonials";

const outcomeShown = {
  effect: effectEnum("effect").notNull(),
  effectDays: changeEnum("effect_days"),
  effectIntensity: changeEnum("effect_intensity"),
  effectLength: changeEnum("effect_length"),
  functionAfter: integer("function_after"),
  relief: reliefEnum("relief"),
  unwanted: unwantedEnum("unwanted").array().notNull(),
  unwantedText: text("unwanted_text").notNull(),
  continuing: continuingEnum("continuing"),
  stoppedWhy: stoppedWhyEnum("stopped_why"),
};

/** What may be shown: testimonials with that consent, without the answers that their authors keep off the page. */
export const shownTestimonials = health
  .view("shown", {
    threadId: reference("thread_id").notNull(),
    techniqueId: reference("technique_id").notNull(),
    interest: boolean("interest").notNull(),
    givenBy: givenByEnum("given_by").notNull(),
    setting: settingEnum("setting").notNull(),
    areas: areaEnum("areas").array().notNull(),
    region: regionEnum("region"),
    pressure: pressureEnum("pressure"),
    sessionMinutes: integer("session_minutes"),
    frequency: frequencyEnum("frequency"),
    weeks: integer("weeks"),
    expected: expectedEnum("expected"),
    ...outcomeShown,
    functionBefore: integer("function_before"),
    touchPainful: touchPainfulEnum("touch_painful"),
    cost: costEnum("cost"),
    otherChanges: otherChangeEnum("other_changes").array().notNull(),
    wouldAgain: wouldAgainEnum("would_again"),
    diagnosed: diagnosedEnum("diagnosed"),
    migraineType: migraineTypeEnum("migraine_type"),
    tip: text("tip").notNull(),
    story: text("story").notNull(),
    storyHtml: text("story_html").notNull(),
    toldAt: moment("told_at").notNull(),
    quotable: boolean("quotable").notNull(),
  })
  .existing();

export const shownFollowUps = health
  .view("shown_follow_ups", {
    id: reference("id").notNull(),
    threadId: reference("thread_id").notNull(),
    after: followUpTimeEnum("after").notNull(),
    ...outcomeShown,
    noteHtml: text("note_html").notNull(),
    toldAt: moment("told_at").notNull(),
  })
  .existing();

/** What may be quoted: public, shown, and with that consent. */
export const quotable = health
  .view("quotable", {
    threadId: reference("thread_id").notNull(),
    story: text("story").notNull(),
    tip: text("tip").notNull(),
    interest: boolean("interest").notNull(),
  })
  .existing();
