import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, cases, comments, decisions, members, statements, threads } from "@/db/schema";
import { excerptOf } from "@/lib/platform/markdown";
import { readCursor, threadsPerPage, writeCursor, type Cursor } from "@/lib/platform/pagination";
import type { Addressed } from "@/lib/platform/urls";
import { ownNames } from "@/lib/testimonials/own-names";
import { withdrawnTitle } from "./labels";
import type { CaseOrigin, DecisionKind, ReportReason, Rule, Scope } from "./schema";

export { noteStatementOpened } from "./note-statement-opened";

export type QueueRow = {
  id: number;
  reason: ReportReason;
  reportCount: number;
  suspicion: string;
  urgency: number;
  queueAt: Date;
  distressing: boolean;
  version: number;
  openedAt: Date;
  dueAt: Date;
  overdue: boolean;
  title: string;
  position: number | null;
  extract: string;
};

/** What a thread is called as long as its author has not taken it back; a profile by its handle. */
const titleShown = sql<string>`CASE WHEN ${threads.id} IS NULL THEN 'Profile of ' || (SELECT handle FROM members WHERE id = ${cases.memberId})
  WHEN ${threads.withdrawnAt} IS NULL THEN ${threads.title} ELSE ${withdrawnTitle} END`;

/** Where a page of the queue ends. */
export type QueueCursor = Cursor & { urgency: number };

export function writeQueueCursor({ urgency, ...cursor }: QueueCursor): string {
  return `${urgency}.${writeCursor(cursor)}`;
}

export function readQueueCursor(value: string | string[] | undefined): QueueCursor | null {
  const match = [value].flat()[0]?.match(/^([0-2])\.(.+)$/);
  const cursor = readCursor(match?.[2]);
  return match && cursor ? { ...cursor, urgency: Number(match[1]) } : null;
}

/** Open cases: worries about a person, then what could hurt a reader, then the rest; within each what is due first. */
export async function listQueue(after: QueueCursor | null): Promise<{ rows: QueueRow[]; more: QueueCursor | null }> {
  const later = after
    ? sql`(${cases.urgency}, ${cases.queueAt}, ${cases.id}) > (${after.urgency}, ${after.at.toISOString()}::timestamptz, ${after.id})`
    : undefined;
  const found = await openCases(later, threadsPerPage + 1);
  const rows = found.slice(0, threadsPerPage);
  const last = found.length > threadsPerPage ? rows.at(-1) : undefined;
  return { rows, more: last ? { urgency: last.urgency, at: last.queueAt, id: last.id } : null };
}

async function openCases(which: SQL | undefined, limit: number): Promise<QueueRow[]> {
  const rows = await db
    .select({
      id: cases.id,
      reason: cases.reason,
      reportCount: cases.reportCount,
      suspicion: cases.suspicion,
      urgency: cases.urgency,
      queueAt: cases.queueAt,
      distressing: cases.distressing,
      version: cases.version,
      openedAt: cases.openedAt,
      dueAt: cases.dueAt,
      overdue: sql<boolean>`${cases.dueAt} < now()`,
      title: titleShown,
      position: comments.position,
      extract: sql<string>`CASE WHEN ${threads.withdrawnAt} IS NOT NULL OR ${comments.withdrawnAt} IS NOT NULL THEN ''
        ELSE coalesce(left(${comments.body}, 400), ${threads.excerpt},
          (SELECT left(bio, 400) FROM members WHERE id = ${cases.memberId}), '') END`,
    })
    .from(cases)
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(and(sql`${cases.closedAt} IS NULL`, which))
    .orderBy(asc(cases.urgency), asc(cases.queueAt), asc(cases.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, extract: excerptOf(row.extract) }));
}

export type LogRow = { id: number; actor: string; act: string; subject: string; createdAt: Date };

/** What staff did, the newest first. */
export async function listLog(before: Cursor | null): Promise<{ rows: LogRow[]; older: Cursor | null }> {
  const rows = await db
    .select({
      id: auditLog.id,
      actor: members.handle,
      act: auditLog.act,
      subject: auditLog.subject,
      createdAt: auditLog.createdAt,
    })
    .from(auditLog)
    .innerJoin(members, eq(members.id, auditLog.actorId))
    .where(
      before
        ? sql`(${auditLog.createdAt}, ${auditLog.id}) < (${before.at.toISOString()}::timestamptz, ${before.id})`
        : undefined,
    )
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(threadsPerPage + 1);
  const shown = rows.slice(0, threadsPerPage);
  const last = rows.length > threadsPerPage ? shown.at(-1) : undefined;
  return { rows: shown, older: last ? { at: last.createdAt, id: last.id } : null };
}

export type Statement = {
  id: number;
  createdAt: Date;
  seen: boolean;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  scope: Scope;
  endsAt: Date | null;
  rule: Rule;
  legalGround: string | null;
  facts: string;
  source: CaseOrigin;
  automated: boolean;
  appealUntil: Date;
  /** An appeal or an undo took the decision back. */
  overturnedAt: Date | null;
  /** Null where a profile was meant. */
  thread: (Addressed & { title: string }) | null;
  position: number | null;
  words: string;
};

const statementColumns = {
  id: statements.id,
  createdAt: statements.createdAt,
  seen: sql<boolean>`${statements.seenAt} IS NOT NULL`,
  kind: statements.kind,
  lifts: decisions.lifts,
  scope: statements.scope,
  endsAt: statements.endsAt,
  rule: statements.rule,
  legalGround: statements.legalGround,
  facts: statements.facts,
  source: statements.source,
  automated: statements.automated,
  appealUntil: statements.appealUntil,
  overturnedAt: decisions.overturnedAt,
  thread: { id: threads.id, kind: threads.kind, slug: threads.slug, title: threads.title },
  position: comments.position,
  words: sql<string>`coalesce(${comments.body}, ${threads.excerpt}, '')`,
};

const statementRows = () =>
  db
    .select(statementColumns)
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId));

/** What a member was told about their own words, under whichever name, the newest first. */
export async function listStatements(memberId: number): Promise<Statement[]> {
  const names = await db.transaction((tx) => ownNames(tx, memberId));
  return statementRows().where(inArray(statements.memberId, names)).orderBy(desc(statements.createdAt)).limit(100);
}

export async function getStatement(memberId: number, id: number): Promise<Statement | null> {
  const names = await db.transaction((tx) => ownNames(tx, memberId));
  const [row] = await statementRows().where(and(eq(statements.id, id), inArray(statements.memberId, names)));
  return row ?? null;
}
