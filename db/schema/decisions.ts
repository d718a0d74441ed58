import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { cases } from "./cases";
import { comments } from "./comments";
import { members } from "./members";
import { techniques } from "./techniques";
import { threads } from "./threads";

export const decisionKindEnum = pgEnum("decision_kind", [
  "keep",
  "restore",
  "hide",
  "remove",
  "redact",
  "move",
  "lock",
  "slow",
  "ask_edit",
  "refuse_edit",
  "remind",
  "warn",
  "silence",
  "suspend",
  "ban",
  "pause_reports",
  "pause_appeals",
  "lift",
]);
export const ruleEnum = pgEnum("rule", [
  "safety",
  "kindness",
  "privacy",
  "honesty",
  "promotion",
  "on_topic",
  "spam",
  "law",
  "none",
]);
export const restrictionKindEnum = pgEnum("restriction_kind", [
  "silence",
  "suspend",
  "ban",
  "pause_reports",
  "pause_appeals",
]);
/** How far a decision reaches: these words, the thread, the profile, or what the member may do here. */
export const scopeEnum = pgEnum("scope", ["text", "thread", "profile", "account"]);

/** Decisions that were made as one, and are undone as one. */
export const batches = pgTable("batches", {
  id: id(),
  moderatorId: reference("moderator_id")
    .notNull()
    .references(() => members.id),
  createdAt: createdAt(),
  undoneAt: moment("undone_at"),
  undoneBy: reference("undone_by").references(() => members.id),
});

export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    caseId: reference("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** Null when the software decided; it only ever hides. */
    moderatorId: reference("moderator_id").references(() => members.id),
    batchId: reference("batch_id").references(() => batches.id),
    kind: decisionKindEnum("kind").notNull(),
    /** What a `lift` ends. */
    lifts: decisionKindEnum("lifts"),
    rule: ruleEnum("rule").notNull(),
    /** The law, where one was broken. */
    legalGround: text("legal_ground"),
    /** In the moderator's words; the author reads it. */
    reason: text("reason").notNull(),
    /** When it ends by itself; null for what stays until it is undone. */
    endsAt: moment("ends_at"),
    fromTechniqueId: reference("from_technique_id").references(() => techniques.id),
    toTechniqueId: reference("to_technique_id").references(() => techniques.id),
    createdAt: createdAt(),
    /** When an appeal or an undo took it back. */
    overturnedAt: moment("overturned_at"),
  },
  (table) => [
    index().on(table.caseId, table.createdAt),
    index("decisions_of_batch").on(table.batchId),
    index("decisions_by_time").on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    check("decisions_reason_given", sql`char_length(btrim(${table.reason})) between 10 and 2000`),
    check("decisions_software_only_hides", sql`${table.moderatorId} IS NOT NULL OR ${table.kind} = 'hide'`),
    check("decisions_lift_names_what", sql`(${table.kind} = 'lift') = (${table.lifts} IS NOT NULL)`),
    check("decisions_law_named", sql`${table.rule} <> 'law' OR char_length(btrim(${table.legalGround})) >= 2`),
    check(
      "decisions_end",
      sql`${table.endsAt} IS NULL OR ${table.kind} IN ('silence', 'suspend', 'pause_reports', 'pause_appeals')`,
    ),
    check(
      "decisions_move_whole",
      sql`(${table.kind} = 'move') = (${table.fromTechniqueId} IS NOT NULL AND ${table.toTechniqueId} IS NOT NULL)`,
    ),
  ],
);

/** What a member may not do for a time. In force while it is not lifted and has not ended. */
export const restrictions = pgTable(
  "restrictions",
  {
    id: id(),
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id),
    kind: restrictionKindEnum("kind").notNull(),
    decisionId: reference("decision_id")
      .notNull()
      .unique()
      .references(() => decisions.id, { onDelete: "cascade" }),
    startsAt: moment("starts_at").notNull().defaultNow(),
    endsAt: moment("ends_at"),
    liftedAt: moment("lifted_at"),
  },
  (table) => [
    index("restrictions_in_force")
      .on(table.memberId)
      .where(sql`lifted_at IS NULL`),
    index("restrictions_of_member").on(table.memberId, table.startsAt.desc().nullsFirst()),
    check("restrictions_ban_has_no_end", sql`(${table.kind} = 'ban') = (${table.endsAt} IS NULL)`),
  ],
);

/**
 * What a decision took away, to give it back when it is undone: the whole field as it was before a passage was taken out
 * of it, or an edit that was refused. Gone with what its author withdraws.
 */
export const redactions = pgTable(
  "redactions",
  {
    id: id(),
    decisionId: reference("decision_id")
      .notNull()
      .references(() => decisions.id, { onDelete: "cascade" }),
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    commentId: reference("comment_id").references(() => comments.id, { onDelete: "cascade" }),
    revisionId: reference("revision_id"),
    /** `title`, `body`, `story`, `tip` or `unwanted_text`; `held_edit` for a refused edit, as JSON of its row. */
    field: text("field").notNull(),
    original: text("original").notNull(),
    redacted: text("redacted").notNull(),
  },
  (table) => [
    index("redactions_of_decision").on(table.decisionId),
    index("redactions_of_thread").on(table.threadId),
    index("redactions_of_comment").on(table.commentId),
    check("redactions_one_subject", sql`num_nonnulls(${table.threadId}, ${table.commentId}) = 1`),
  ],
);

/** Texts that moderators begin from. */
export const decisionTemplates = pgTable(
  "decision_templates",
  {
    id: id(),
    name: text("name").notNull(),
    kind: decisionKindEnum("kind").notNull(),
    rule: ruleEnum("rule").notNull(),
    body: text("body").notNull(),
    position: integer("position").notNull().default(0),
    retiredAt: moment("retired_at"),
  },
  (table) => [
    uniqueIndex("decision_templates_name")
      .on(table.name)
      .where(sql`retired_at IS NULL`),
    check("decision_templates_body", sql`char_length(btrim(${table.body})) between 10 and 2000`),
    check("decision_templates_length", sql`char_length(btrim(${table.name})) between 2 and 60`),
  ],
);
