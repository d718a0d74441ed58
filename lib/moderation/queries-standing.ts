import { desc, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { appeals, cases, decisions, reports, restrictions, statements } from "@/db/schema";
import { ownNames } from "@/lib/testimonials/own-names";
import type { DecisionKind, RestrictionKind, Rule } from "./schema";

/** More of one kind than anybody reads. */
const most = 100;

export type OwnRestriction = {
  id: number;
  kind: RestrictionKind;
  startsAt: Date;
  /** When it ends by itself; null for what stays. */
  endsAt: Date | null;
  liftedAt: Date | null;
  inForce: boolean;
  /** Null for spam, of which there are no statements. */
  statementId: number | null;
};

export type OwnStatement = {
  id: number;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  rule: Rule;
  createdAt: Date;
  overturned: boolean;
};

export type OwnAppeal = {
  id: number;
  createdAt: Date;
  decidedAt: Date | null;
  outcome: "upheld" | "refused" | null;
  /** Null where it is about something that the member had reported. */
  statementId: number | null;
};

export type Standing = {
  restrictions: OwnRestriction[];
  statements: OwnStatement[];
  appeals: OwnAppeal[];
  /** How many of their reports there are, wait, led to nothing, and led to something. */
  reports: { all: number; waiting: number; kept: number; acted: number };
};

/**
 * A member's own record: under their handle and under the names that they told under, which nobody else can put
 * together. What moderators note for each other is not in it.
 */
export async function getStanding(memberId: number): Promise<Standing> {
  return db.transaction(async (tx) => {
    const names = await ownNames(tx, memberId);
    return {
      restrictions: await ownRestrictions(tx, names),
      statements: await ownStatements(tx, names),
      appeals: await ownAppeals(tx, names),
      reports: await ownReports(tx, memberId),
    };
  });
}

function ownRestrictions(tx: Transaction, names: number[]): Promise<OwnRestriction[]> {
  const { id, kind, startsAt, endsAt, liftedAt } = restrictions;
  const inForce = sql<boolean>`${liftedAt} IS NULL AND (${endsAt} IS NULL OR ${endsAt} > now())`;
  return tx
    .select({ id, kind, startsAt, endsAt, liftedAt, inForce, statementId: statements.id })
    .from(restrictions)
    .leftJoin(statements, eq(statements.decisionId, restrictions.decisionId))
    .where(inArray(restrictions.memberId, names))
    .orderBy(desc(startsAt), desc(id))
    .limit(most);
}

function ownStatements(tx: Transaction, names: number[]): Promise<OwnStatement[]> {
  const { id, kind, rule, createdAt } = statements;
  const overturned = sql<boolean>`${decisions.overturnedAt} IS NOT NULL`;
  return tx
    .select({ id, kind, lifts: decisions.lifts, rule, createdAt, overturned })
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .where(inArray(statements.memberId, names))
    .orderBy(desc(createdAt), desc(id))
    .limit(most);
}

function ownAppeals(tx: Transaction, names: number[]): Promise<OwnAppeal[]> {
  const { id, createdAt, decidedAt, outcome, statementId } = appeals;
  return tx
    .select({ id, createdAt, decidedAt, outcome, statementId })
    .from(appeals)
    .where(inArray(appeals.memberId, names))
    .orderBy(desc(createdAt), desc(id))
    .limit(most);
}

async function ownReports(tx: Transaction, memberId: number): Promise<Standing["reports"]> {
  const acted = sql`EXISTS (SELECT FROM decisions d WHERE d.case_id = ${cases.id} AND d.kind <> 'keep')`;
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      waiting: sql<number>`(count(*) FILTER (WHERE ${cases.closedAt} IS NULL))::int`,
      acted: sql<number>`(count(*) FILTER (WHERE ${cases.closedAt} IS NOT NULL AND ${acted}))::int`,
    })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reports.reporterId, memberId));
  const { all, waiting, acted: led } = row ?? { all: 0, waiting: 0, acted: 0 };
  return { all, waiting, acted: led, kept: all - waiting - led };
}
