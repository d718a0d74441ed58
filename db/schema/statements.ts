import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { caseOriginEnum, reports } from "./cases";
import { decisionKindEnum, decisions, ruleEnum, scopeEnum } from "./decisions";
import { members } from "./members";

/**
 * The statement of reasons that a member gets with a decision (EU Digital Services Act, Article 17). It stands for
 * itself: nothing in it may be missing.
 */
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
    kind: decisionKindEnum("kind").notNull(),
    scope: scopeEnum("scope").notNull(),
    endsAt: moment("ends_at"),
    facts: text("facts").notNull(),
    rule: ruleEnum("rule").notNull(),
    legalGround: text("legal_ground"),
    source: caseOriginEnum("source").notNull(),
    automated: boolean("automated").notNull(),
    /** Until then the member can appeal, on the statement's own page. */
    appealUntil: moment("appeal_until")
      .notNull()
      .default(sql`now() + interval '6 months'`),
    createdAt: createdAt(),
    seenAt: moment("seen_at"),
  },
  (table) => [
    index("statements_of_member").on(table.memberId, table.createdAt.desc().nullsFirst()),
    index("statements_unseen")
      .on(table.memberId)
      .where(sql`seen_at IS NULL`),
    check("statements_facts_given", sql`char_length(btrim(${table.facts})) between 10 and 2000`),
    check("statements_law_named", sql`${table.rule} <> 'law' OR char_length(btrim(${table.legalGround})) >= 2`),
    check("statements_keep_needs_none", sql`${table.kind} <> 'keep'`),
    check(
      "statements_six_months",
      sql`${table.appealUntil} >= ${table.createdAt} + interval '6 months' - interval '1 day'`,
    ),
  ],
);

export const appealOutcomeEnum = pgEnum("appeal_outcome", ["upheld", "refused"]);

/** An author objects to a statement, or a reporter to what was kept. The database refuses whoever decided first. */
export const appeals = pgTable(
  "appeals",
  {
    id: id(),
    statementId: reference("statement_id")
      .unique()
      .references(() => statements.id, { onDelete: "cascade" }),
    reportId: reference("report_id").references(() => reports.id, { onDelete: "cascade" }),
    decisionId: reference("decision_id")
      .notNull()
      .references(() => decisions.id, { onDelete: "cascade" }),
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id),
    body: text("body").notNull(),
    createdAt: createdAt(),
    dueAt: moment("due_at").notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: reference("decided_by").references(() => members.id),
    outcome: appealOutcomeEnum("outcome"),
    answer: text("answer"),
    /** When the member saw the answer. */
    seenAt: moment("seen_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    unique("appeals_once_per_report").on(table.reportId, table.decisionId),
    index("appeals_open")
      .on(table.dueAt, table.id)
      .where(sql`decided_at IS NULL`),
    index("appeals_of_member").on(table.memberId, table.createdAt.desc().nullsFirst()),
    index("appeals_of_decision").on(table.decisionId),
    index("appeals_unseen")
      .on(table.memberId)
      .where(sql`decided_at IS NOT NULL AND seen_at IS NULL`),
    check("appeals_one_ground", sql`num_nonnulls(${table.statementId}, ${table.reportId}) = 1`),
    check("appeals_body_given", sql`char_length(btrim(${table.body})) between 20 and 4000`),
    check(
      "appeals_decided_whole",
      sql`num_nonnulls(${table.decidedAt}, ${table.decidedBy}, ${table.outcome}, ${table.answer}) IN (0, 4)`,
    ),
    check(
      "appeals_answer_given",
      sql`${table.answer} IS NULL OR char_length(btrim(${table.answer})) between 10 and 2000`,
    ),
  ],
);
