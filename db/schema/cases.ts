import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  real,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { comments } from "./comments";
import { identity } from "./identity";
import { members } from "./members";
import { threads } from "./threads";

export const reportReasonEnum = pgEnum("report_reason", [
  "worried_about_person",
  "illegal",
  "unsafe_advice",
  "promotion",
  "harassment",
  "private_details",
  "spam",
  "off_topic",
  "other",
]);

/** How a case came up: a member's report, a notice from outside, the software, or a moderator who saw it. */
export const caseOriginEnum = pgEnum("case_origin", ["report", "notice", "software", "staff"]);

/** Everything that was said about one thing until a moderator decides. At most one is open per thing. */
export const cases = pgTable(
  "cases",
  {
    id: id(),
    /** The thread, or the thread of the comment; null when a profile is meant. */
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    /** Null when the thread itself is meant. */
    commentId: reference("comment_id").references(() => comments.id, { onDelete: "cascade" }),
    /** The member whose profile is meant. */
    memberId: reference("member_id").references(() => members.id),
    /** Whose words it is about, or whose profile. */
    authorId: reference("author_id")
      .notNull()
      .references(() => members.id),
    origin: caseOriginEnum("origin").notNull().default("report"),
    /** The most urgent reason so far. */
    reason: reportReasonEnum("reason").notNull(),
    /** 0 a worry about somebody, 1 what could hurt a reader or breaks the law, 2 the rest. */
    urgency: smallint("urgency")
      .notNull()
      .generatedAlwaysAs(
        sql`CASE reason WHEN 'worried_about_person' THEN 0 WHEN 'illegal' THEN 1 WHEN 'unsafe_advice' THEN 1 ELSE 2 END`,
      ),
    /** How much the reporters' record counts together; it orders the queue and decides nothing. */
    weight: real("weight").notNull().default(0),
    /** PRODUCT attention times: when somebody should have looked. */
    dueAt: moment("due_at").notNull(),
    /** `due_at`, brought forward by the weight: the order within one urgency. */
    queueAt: moment("queue_at").notNull(),
    openedAt: moment("opened_at").notNull().defaultNow(),
    closedAt: moment("closed_at"),
    /** What the software noticed, in sentences for moderators; empty where only people reported it. */
    suspicion: text("suspicion").notNull().default(""),
    /** Its text stays blurred until somebody asks for it, and it counts for the exposure of a shift. */
    distressing: boolean("distressing").notNull().default(false),
    reportCount: integer("report_count").notNull().default(0),
    claimedBy: reference("claimed_by").references(() => members.id),
    claimedAt: moment("claimed_at"),
    /** The software hid it after enough reports; it does so once. */
    autoHiddenAt: moment("auto_hidden_at"),
    remindedAt: moment("reminded_at"),
    escalatedAt: moment("escalated_at"),
    /** Grows with every change, so that two moderators cannot decide on what they did not see. */
    version: integer("version").notNull().default(1),
  },
  (table) => [
    uniqueIndex("cases_one_open")
      .on(sql`coalesce(thread_id, 0)`, sql`coalesce(comment_id, 0)`, sql`coalesce(member_id, 0)`)
      .where(sql`closed_at IS NULL`),
    index("cases_queue")
      .on(table.urgency, table.queueAt, table.id)
      .where(sql`closed_at IS NULL`),
    index("cases_overdue")
      .on(table.dueAt)
      .where(sql`closed_at IS NULL`),
    index("cases_of_thread").on(table.threadId, table.openedAt),
    index("cases_of_comment").on(table.commentId),
    index("cases_of_author").on(table.authorId, table.openedAt.desc().nullsFirst()),
    index("cases_alike").on(table.reason, table.closedAt.desc().nullsFirst()),
    check("cases_one_subject", sql`num_nonnulls(${table.threadId}, ${table.memberId}) = 1`),
    check("cases_comment_in_thread", sql`${table.commentId} IS NULL OR ${table.threadId} IS NOT NULL`),
    check("cases_claim_whole", sql`(${table.claimedBy} IS NULL) = (${table.claimedAt} IS NULL)`),
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
    /** When the reporter saw what came of it. */
    outcomeSeenAt: moment("outcome_seen_at"),
  },
  (table) => [
    uniqueIndex("reports_once").on(table.caseId, table.reporterId),
    index("reports_by_reporter").on(
      table.reporterId,
      table.createdAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    check("reports_note_length", sql`char_length(${table.note}) <= 1000`),
  ],
);

/**
 * Notices of illegal content by people without an account (EU Digital Services Act, Article 16). With the addresses,
 * apart from what people wrote. Only a notice about the abuse of a child may come without a name.
 */
export const notices = identity.table(
  "notices",
  {
    id: id(),
    /** What the sender is told, to refer to it. */
    reference: text("reference").notNull().unique(),
    caseId: reference("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    address: text("address").notNull(),
    why: text("why").notNull(),
    name: text("name"),
    email: text("email"),
    childAbuse: boolean("child_abuse").notNull().default(false),
    createdAt: createdAt(),
    /** The sender has been told what came of it. */
    answeredAt: moment("answered_at"),
    /** Name and address of the sender are gone, half a year after the decision. */
    erasedAt: moment("erased_at"),
    idempotencyKey: text("idempotency_key").unique("notices_sent_once"),
  },
  (table) => [
    index("notices_of_case").on(table.caseId),
    check("notices_why_given", sql`char_length(btrim(${table.why})) between 20 and 5000`),
    check(
      "notices_sender",
      sql`CASE WHEN ${table.erasedAt} IS NULL THEN ${table.childAbuse} OR num_nulls(${table.name}, ${table.email}) = 0
        ELSE num_nonnulls(${table.name}, ${table.email}) = 0 END`,
    ),
  ],
);

/** What moderators note about a member, for each other. */
export const memberNotes = pgTable(
  "member_notes",
  {
    id: id(),
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id),
    authorId: reference("author_id")
      .notNull()
      .references(() => members.id),
    body: text("body").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("member_notes_of_member").on(table.memberId, table.createdAt.desc().nullsFirst()),
    check("member_notes_length", sql`char_length(btrim(${table.body})) between 2 and 2000`),
  ],
);
