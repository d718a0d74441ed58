import { sql, type SQLWrapper } from "drizzle-orm";
import { boolean, check, index, integer, pgSchema, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { id, moment, reference } from "../columns";
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
  answerFieldEnum,
  purposeEnum,
  consentActEnum,
  remindEnum,
  followUpTimeEnum,
  regionEnum,
} from "./answers";
import { members } from "./members";
import { techniques } from "./techniques";
import { threads } from "./threads";

/**
 * Answers about health, apart from everything else. The application's role reads the tables themselves only for their
 * author (row-level security over `unknot.seals`), and for everybody else through the views, one for each purpose that
 * the author agreed to. `docs/decisions/0008-health-answers.md` tells how.
 */
export const health = pgSchema("health");

/** Structured answers: what I tried, how, and what it did to me. */
export const testimonials = health.table(
  "testimonials",
  {
    threadId: reference("thread_id")
      .primaryKey()
      .references(() => threads.id, { onDelete: "cascade" }),
    /** Who told about which technique, under the secret of the settings: finds one's own, and refuses a second one. */
    seal: text("seal").notNull(),
    /** These three follow the thread, by a trigger. */
    techniqueId: reference("technique_id")
      .notNull()
      .references(() => techniques.id),
    withdrawnAt: moment("withdrawn_at"),
    standing: boolean("standing").notNull().default(true),
    /** Gives massages for a living, or has another interest: labelled, and never counted as a patient. */
    interest: boolean("interest").notNull().default(false),
    givenBy: givenByEnum("given_by").notNull(),
    setting: settingEnum("setting").notNull(),
    areas: areaEnum("areas").array().notNull(),
    /** The areas as one of four parts that never overlap, for filters. */
    region: regionEnum("region").generatedAlwaysAs(
      sql`CASE WHEN areas && '{hands,feet,whole_body}'::area[] THEN 'elsewhere'::region
        WHEN areas && '{head,face,jaw}'::area[] AND areas && '{neck,shoulders,upper_back}'::area[] THEN 'head_and_neck'::region
        WHEN areas && '{head,face,jaw}'::area[] THEN 'head_only'::region
        WHEN areas && '{neck,shoulders,upper_back}'::area[] THEN 'neck_only'::region END`,
    ),
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
    /** The author's own line; empty where the title is made from technique and effect. */
    title: text("title").notNull().default(""),
    tip: text("tip").notNull().default(""),
    story: text("story").notNull().default(""),
    storyHtml: text("story_html").notNull().default(""),
    pipeline: integer("pipeline").notNull(),
    hiddenAnswers: answerFieldEnum("hidden_answers")
      .array()
      .notNull()
      .default(sql`'{}'`),
    remind: remindEnum("remind").notNull().default("none"),
    toldAt: moment("told_at").notNull().defaultNow(),
    /** When the consent for each purpose was given, as the ledger has it; null is no. Only the ledger's trigger writes these. */
    shownAt: moment("shown_at"),
    countedAt: moment("counted_at"),
    quotedAt: moment("quoted_at"),
  },
  (table) => [
    uniqueIndex("testimonials_one_per_technique")
      .on(table.seal)
      .where(sql`withdrawn_at IS NULL`),
    index("testimonials_by_technique").on(table.techniqueId),
    index("testimonials_by_setting").on(table.setting, table.techniqueId),
    index("testimonials_by_given_by").on(table.givenBy, table.techniqueId),
    index("testimonials_by_region").on(table.region, table.techniqueId),
    check("testimonials_areas_given", sql`cardinality(${table.areas}) <= 9`),
    ...outcomeChecks("testimonials", table),
    check("testimonials_session", sql`${table.sessionMinutes} between 1 and 180`),
    check("testimonials_weeks", sql`${table.weeks} between 0 and 520`),
    check("testimonials_function", sql`${table.functionBefore} between 0 and 3`),
    check("testimonials_title_length", sql`char_length(${table.title}) <= 150`),
    check("testimonials_story_length", sql`char_length(${table.story}) <= 5000`),
    check("testimonials_tip_length", sql`char_length(${table.tip}) <= 600`),
  ],
);

export type TestimonialRow = typeof testimonials.$inferSelect;

/** How it is later. The consents of its testimonial hold for it too. */
export const followUps = health.table(
  "follow_ups",
  {
    id: id(),
    threadId: reference("thread_id")
      .notNull()
      .references(() => testimonials.threadId, { onDelete: "cascade" }),
    after: followUpTimeEnum("after").notNull(),
    effect: effectEnum("effect").notNull(),
    effectDays: changeEnum("effect_days"),
    effectIntensity: changeEnum("effect_intensity"),
    effectLength: changeEnum("effect_length"),
    functionAfter: integer("function_after"),
    relief: reliefEnum("relief"),
    unwanted: unwantedEnum("unwanted").array().notNull(),
    unwantedText: text("unwanted_text").notNull().default(""),
    continuing: continuingEnum("continuing"),
    stoppedWhy: stoppedWhyEnum("stopped_why"),
    note: text("note").notNull().default(""),
    noteHtml: text("note_html").notNull().default(""),
    pipeline: integer("pipeline").notNull(),
    toldAt: moment("told_at").notNull().defaultNow(),
  },
  (table) => [
    unique("follow_ups_one_each").on(table.threadId, table.after),
    ...outcomeChecks("follow_ups", table),
    check("follow_ups_note_length", sql`char_length(${table.note}) <= 2000`),
  ],
);

/** Every consent that was given or withdrawn, with its words. It only grows, and it alone sets what may be read. */
export const consents = health.table(
  "consents",
  {
    id: id(),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    purpose: purposeEnum("purpose").notNull(),
    act: consentActEnum("act").notNull(),
    version: integer("version").notNull(),
    wording: text("wording").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [index().on(table.threadId, table.id)],
);

/**
 * How many reports gave an answer, by technique, stage and filter; the answer '' counts who answered at all.
 * A trigger keeps it in the transaction of each write, and `health.recount()` makes it anew.
 */
export const counts = health.table(
  "counts",
  {
    techniqueId: reference("technique_id").notNull(),
    stage: text("stage").notNull(),
    filter: text("filter").notNull(),
    value: text("value").notNull(),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    n: integer("n").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.techniqueId, table.stage, table.filter, table.value, table.question, table.answer],
    }),
  ],
);

/** What a testimonial adds to the counts, so that exactly this can be taken away again. The application cannot read it. */
export const tallied = health.table("tallied", {
  threadId: reference("thread_id").primaryKey(),
  techniqueId: reference("technique_id").notNull(),
  filters: text("filters").array().notNull(),
  first: text("first").array().notNull(),
  latest: text("latest").array().notNull(),
});

/** Words of a testimonial in an article, as an editor approved them. They go with the consent. */
export const quotes = health.table(
  "quotes",
  {
    id: id(),
    articleId: reference("article_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    testimonialId: reference("testimonial_id")
      .notNull()
      .references(() => testimonials.threadId, { onDelete: "cascade" }),
    passage: text("passage").notNull(),
    approvedAt: moment("approved_at").notNull().defaultNow(),
    approvedBy: reference("approved_by")
      .notNull()
      .references(() => members.id),
  },
  (table) => [
    index().on(table.articleId),
    index().on(table.testimonialId),
    check("quotes_passage_length", sql`char_length(${table.passage}) between 1 and 1000`),
  ],
);

type Outcome = Record<"unwanted" | "unwantedText" | "functionAfter" | "stoppedWhy" | "continuing", SQLWrapper>;

function outcomeChecks(name: string, table: Outcome) {
  return [
    check(
      `${name}_unwanted_given`,
      sql`cardinality(${table.unwanted}) >= 1 AND NOT ('none' = ANY(${table.unwanted}) AND cardinality(${table.unwanted}) > 1)`,
    ),
    check(`${name}_unwanted_length`, sql`char_length(${table.unwantedText}) <= 300`),
    check(`${name}_function_after`, sql`${table.functionAfter} between 0 and 3`),
    check(`${name}_stopped`, sql`${table.stoppedWhy} IS NULL OR ${table.continuing} = 'stopped'`),
  ];
}
