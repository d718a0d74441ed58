import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { appeals, decisions, reports, statements } from "@/db/schema";
import { ownNames } from "@/lib/testimonials/own-names";
import type { Actor } from "@/lib/platform/actor";
import type { Appealed, Objection } from "./appeal-policy";
import { thingOf, type LockedSubject } from "./locked-case";

/** What somebody objects to: a statement to them, or what became of a report of theirs. */
export type Ground = { statement: number } | { report: number };

export type Objectable = Objection & {
  caseId: number;
  decisionId: number;
  /** In whose name the appeal stands: a persona's where the statement is to one. */
  memberId: number;
  statementId: number | null;
  reportId: number | null;
  until: Date;
  /** The appeal that was made. */
  appeal: typeof appeals.$inferSelect | null;
};

/** What a member may object to, or has objected to; null for what is not theirs, and where nothing was decided. */
export async function findObjection(tx: Transaction, memberId: number, ground: Ground): Promise<Objectable | null> {
  const paused = await isPaused(tx, memberId);
  if ("report" in ground) return ofReport(tx, memberId, ground.report, paused);
  return ofStatement(tx, memberId, ground.statement, paused);
}

async function isPaused(tx: Transaction, memberId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT FROM restrictions WHERE member_id = ${memberId} AND kind = 'pause_appeals' AND lifted_at IS NULL
      AND (ends_at IS NULL OR ends_at > now())`);
  return rows.length > 0;
}

async function ofStatement(tx: Transaction, memberId: number, id: number, paused: boolean): Promise<Objectable | null> {
  const names = await ownNames(tx, memberId);
  const [row] = await tx
    .select({ statement: statements, decision: decisions, appeal: appeals, over: sql<boolean>`appeal_until <= now()` })
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .leftJoin(appeals, eq(appeals.statementId, statements.id))
    .where(and(eq(statements.id, id), inArray(statements.memberId, names)));
  if (!row) return null;
  const { statement, decision, appeal, over } = row;
  const ids = { caseId: decision.caseId, decisionId: decision.id, statementId: id, reportId: null };
  const said = { by: "author" as const, memberId: statement.memberId, until: statement.appealUntil, superseded: false };
  const overturned = decision.overturnedAt !== null;
  return { ...ids, ...said, kind: decision.kind, overturned, over, made: appeal !== null, paused, appeal };
}

const months = sql`interval '6 months'`;

/** The newest time that the case was left as it is. */
async function ofReport(tx: Transaction, memberId: number, id: number, paused: boolean): Promise<Objectable | null> {
  const [row] = await tx
    .select({
      decision: decisions,
      appeal: appeals,
      until: sql<Date>`${decisions.createdAt} + ${months}`.mapWith(decisions.createdAt),
      over: sql<boolean>`${decisions.createdAt} + ${months} <= now()`,
      superseded: sql<boolean>`EXISTS (SELECT FROM decisions l WHERE l.case_id = ${decisions.caseId}
        AND l.id > ${decisions.id} AND l.overturned_at IS NULL)`,
    })
    .from(reports)
    .innerJoin(decisions, and(eq(decisions.caseId, reports.caseId), eq(decisions.kind, "keep")))
    .leftJoin(appeals, and(eq(appeals.reportId, reports.id), eq(appeals.decisionId, decisions.id)))
    .where(and(eq(reports.id, id), eq(reports.reporterId, memberId)))
    .orderBy(desc(decisions.id))
    .limit(1);
  if (!row) return null;
  const { decision, appeal, ...rest } = row;
  const ids = { caseId: decision.caseId, decisionId: decision.id, statementId: null, reportId: id, memberId };
  const overturned = decision.overturnedAt !== null;
  return { ...ids, ...rest, by: "reporter", kind: "keep", overturned, made: appeal !== null, paused, appeal };
}

type Made = { appeal: typeof appeals.$inferSelect; decision: typeof decisions.$inferSelect };

/** Whose appeal it is, for the rules, with the viewer's own names as the viewer's. */
export async function appealedOf(
  tx: Transaction,
  actor: Actor,
  about: LockedSubject,
  { appeal, decision: { moderatorId } }: Made,
): Promise<Appealed> {
  const { thing, reporterIds } = await thingOf(tx, actor, about);
  const names = await ownNames(tx, actor.memberId);
  const appellantId = names.includes(appeal.memberId) ? actor.memberId : appeal.memberId;
  return { appellantId, moderatorId, authorId: thing.authorId, reporterIds };
}
