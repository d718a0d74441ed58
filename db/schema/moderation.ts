import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { comments } from "./comments";
import { members } from "./members";
import { threads } from "./threads";

export const reportReasonEnum = pgEnum("report_reason", [
  "worried_about_person",
  "unsafe_advice",
  "promotion",
  "harassment",
  "private_details",
  "spam",
  "off_topic",
  "other",
]);

/** Everything reported about one thing until a moderator decides. At most one is open per thing. */
export const cases = pgTable(
  "cases",
  {
    id: id(),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    /** Null when the thread itself is meant. */
    commentId: reference("comment_id").references(() => comments.id, { onDelete: "cascade" }),
    /** The most urgent reason so far. */
    reason: reportReasonEnum("reason").notNull(),
    /** PRODUCT attention times: when somebody should have looked. */
    dueAt: moment("due_at").notNull(),
    openedAt: moment("opened_at").notNull().defaultNow(),
    closedAt: moment("closed_at"),
    /** Why the software held the thing back, in a sentence for moderators; empty where only people reported it. */
    suspicion: text("suspicion").notNull().default(""),
    reportCount: integer("report_count").notNull().default(0),
    /** Grows with every change, so that two moderators cannot decide on what they did not see. */
    version: integer("version").notNull().default(1),
  },
  (table) => [
    uniqueIndex("cases_one_open")
      .on(table.threadId, sql`coalesce(comment_id, 0)`)
      .where(sql`closed_at IS NULL`),
    index("cases_queue")
      .on(table.dueAt, table.id)
      .where(sql`closed_at IS NULL`),
    index("cases_of_thread").on(table.threadId, table.openedAt),
    index("cases_of_comment").on(table.commentId),
  ],
);

export const reports = pgTable(
  "reports",
  {
    id: id(),
    caseId: reference("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    reporterId: reference("reporter_id")
      .notNull()
      .references(() => members.id),
    reason: reportReasonEnum("reason").notNull(),
    note: text("note").notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("reports_once").on(table.caseId, table.reporterId),
    index("reports_by_reporter").on(table.reporterId, table.createdAt.desc().nullsFirst()),
    check("reports_note_length", sql`char_length(${table.note}) <= 1000`),
  ],
);

export const decisionKindEnum = pgEnum("decision_kind", ["dismiss", "hide", "remove", "restore", "lock", "unlock"]);
export const ruleEnum = pgEnum("rule", [
  "safety",
  "kindness",
  "privacy",
  "honesty",
  "promotion",
  "on_topic",
  "law",
  "none",
]);

export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    caseId: reference("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    moderatorId: reference("moderator_id")
      .notNull()
      .references(() => members.id),
    kind: decisionKindEnum("kind").notNull(),
    rule: ruleEnum("rule").notNull(),
    /** In the moderator's words; the author reads it. */
    reason: text("reason").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.caseId, table.createdAt),
    check("decisions_reason_given", sql`char_length(btrim(${table.reason})) between 10 and 2000`),
  ],
);

/** What the author of a moderated text is told: what, why, under which rule, how to object. */
export const statements = pgTable(
  "statements",
  {
    id: id(),
    decisionId: reference("decision_id")
      .notNull()
      .unique()
      .references(() => decisions.id, { onDelete: "cascade" }),
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id),
    createdAt: createdAt(),
    seenAt: moment("seen_at"),
  },
  (table) => [
    index("statements_of_member").on(table.memberId, table.createdAt.desc().nullsFirst()),
    index("statements_unseen")
      .on(table.memberId)
      .where(sql`seen_at IS NULL`),
  ],
);

/** Every act of staff. The database refuses UPDATE and DELETE on it. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    actorId: bigint("actor_id", { mode: "number" }).notNull(),
    act: text("act").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").$type<Record<string, string | number | null>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst())],
);
