import { and, eq, gte, isNotNull, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { appeals, cases, decisions, members, notices, reports, restrictions, statements } from "@/db/schema";
import { monthsAsked, monthsFrom, type Months } from "@/lib/platform/months";
import { figuresOf, type Counted, type Decider, type Figures } from "./transparency-figures";

export type { Decider, Figures };

/** Who decided; needs the moderator joined as `members`. */
export const decider = sql<Decider>`CASE WHEN ${decisions.moderatorId} IS NULL THEN 'software'
  WHEN ${members.role} = 'admin' THEN 'admin' ELSE 'moderator' END`;
const count = sql<number>`count(*)::int`;

export const within = (column: PgColumn, { from, to }: Months): SQL | undefined =>
  and(gte(column, from), lt(column, to));

/** The months of which something can be told, the newest first, and those that an address asks for. */
export async function findMonths(asked?: string): Promise<{ months: Months; all: string[] } | null> {
  const [known] = await db.execute<{ current: string; first: string }>(sql`
    SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') AS current,
      to_char(coalesce((SELECT min(created_at) FROM decisions), now()) AT TIME ZONE 'UTC', 'YYYY-MM') AS first`);
  if (!known) throw new Error("the database has no clock");
  const months = monthsAsked(asked, known);
  return months && { months, all: monthsFrom(known.first, known.current) };
}

/** What moderation did in some months, in numbers that come from the rows of one moment. */
export async function getFigures(months: Months): Promise<Figures> {
  const counted = await db.transaction((tx) => countAll(tx, months), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  return figuresOf(counted);
}

async function countAll(tx: Transaction, months: Months): Promise<Counted> {
  return {
    decisions: await countDecisions(tx, months),
    reports: await tx
      .select({ reason: reports.reason, n: count })
      .from(reports)
      .where(within(reports.createdAt, months))
      .groupBy(reports.reason),
    notices: await tx.$count(notices, within(notices.createdAt, months)),
    first: await measureFirstDecisions(tx, months),
    appeals: await countAppeals(tx, months),
    appealSeconds: await measureAppeals(tx, months),
    inForce: await tx
      .select({ kind: restrictions.kind, n: count })
      .from(restrictions)
      .where(and(isNull(restrictions.liftedAt), or(isNull(restrictions.endsAt), sql`${restrictions.endsAt} > now()`)))
      .groupBy(restrictions.kind),
  };
}

async function countDecisions(tx: Transaction, months: Months): Promise<Counted["decisions"]> {
  const overturned = sql<boolean>`${decisions.overturnedAt} IS NOT NULL`;
  const stated = sql<boolean>`${statements.id} IS NOT NULL`;
  const { kind, rule } = decisions;
  return tx
    .select({ kind, rule, origin: cases.origin, by: decider, overturned, stated, n: count })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(members, eq(members.id, decisions.moderatorId))
    .leftJoin(statements, eq(statements.decisionId, decisions.id))
    .where(within(decisions.createdAt, months))
    .groupBy(kind, rule, cases.origin, decider, overturned, stated);
}

/** What the software hid for a time is not decided yet, and nobody waits for what a moderator found. */
async function measureFirstDecisions(tx: Transaction, months: Months): Promise<Counted["first"]> {
  const seconds = sql`extract(epoch FROM ${decisions.createdAt} - ${cases.openedAt})`;
  const [row] = await tx
    .select({
      n: count,
      inTime: sql<number>`(count(*) FILTER (WHERE ${decisions.createdAt} <= ${cases.dueAt}))::int`,
      medianSeconds: sql<number | null>`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${seconds})`,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(
      and(
        within(decisions.createdAt, months),
        isNotNull(decisions.moderatorId),
        ne(cases.origin, "staff"),
        sql`NOT EXISTS (SELECT FROM decisions e WHERE e.case_id = ${decisions.caseId} AND e.moderator_id IS NOT NULL
          AND (e.created_at, e.id) < (${decisions.createdAt}, ${decisions.id}))`,
      ),
    );
  return row ?? { n: 0, inTime: 0, medianSeconds: null };
}

async function countAppeals(tx: Transaction, months: Months): Promise<Counted["appeals"]> {
  const byReporter = sql<boolean>`${appeals.statementId} IS NULL`;
  const counted = await tx
    .select({ byReporter, outcome: appeals.outcome, n: count })
    .from(appeals)
    .where(within(appeals.createdAt, months))
    .groupBy(byReporter, appeals.outcome);
  return counted.map(({ byReporter, outcome, n }) => ({
    by: byReporter ? "reporter" : "author",
    outcome: outcome ?? "open",
    n,
  }));
}

async function measureAppeals(tx: Transaction, months: Months): Promise<number | null> {
  const seconds = sql`extract(epoch FROM ${appeals.decidedAt} - ${appeals.createdAt})`;
  const [row] = await tx
    .select({ median: sql<number | null>`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${seconds})` })
    .from(appeals)
    .where(within(appeals.decidedAt, months));
  return row?.median ?? null;
}
