import { and, asc, desc, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, cases, comments, decisions, members, reports, statements, threads } from "@/db/schema";
import { excerptOf } from "@/lib/platform/markdown";
import type { Cursor } from "@/lib/platform/pagination";
import { threadsPerPage } from "@/lib/platform/pagination";
import type { Addressed } from "@/lib/platform/urls";
import { ownNames } from "@/lib/testimonials/own-names";
import { withdrawnTitle } from "./labels";
import type { DecisionKind, ReportReason, Rule } from "./schema";

export { noteStatementOpened } from "./note-statement-opened";

export type QueueRow = {
  id: number;
  reason: ReportReason;
  reportCount: number;
  suspicion: string;
  openedAt: Date;
  dueAt: Date;
  overdue: boolean;
  title: string;
  position: number | null;
  extract: string;
};

/** What a thread is called as long as its author has not taken it back. */
const titleShown = sql<string>`CASE WHEN ${threads.withdrawnAt} IS NULL THEN ${threads.title} ELSE ${withdrawnTitle} END`;

/** More people than this in danger at once would need more than a list. */
const worriesAtTop = 50;

/** Open cases: worries about a person at the top of the first page, then what is due first. Keyset by due time. */
export async function listQueue(after: Cursor | null): Promise<{ rows: QueueRow[]; more: Cursor | null }> {
  const worries = after ? [] : await openCases(eq(cases.reason, "worried_about_person"), worriesAtTop);
  const later = after
    ? sql`(${cases.dueAt}, ${cases.id}) > (${after.at.toISOString()}::timestamptz, ${after.id})`
    : undefined;
  const others = await openCases(and(ne(cases.reason, "worried_about_person"), later), threadsPerPage + 1);
  const shown = others.slice(0, threadsPerPage);
  const last = others.length > threadsPerPage ? shown.at(-1) : undefined;
  return { rows: [...worries, ...shown], more: last ? { at: last.dueAt, id: last.id } : null };
}

async function openCases(which: SQL | undefined, limit: number): Promise<QueueRow[]> {
  const rows = await db
    .select({
      id: cases.id,
      reason: cases.reason,
      reportCount: cases.reportCount,
      suspicion: cases.suspicion,
      openedAt: cases.openedAt,
      dueAt: cases.dueAt,
      overdue: sql<boolean>`${cases.dueAt} < now()`,
      title: titleShown,
      position: comments.position,
      extract: sql<string>`CASE WHEN ${threads.withdrawnAt} IS NOT NULL OR ${comments.withdrawnAt} IS NOT NULL THEN ''
        ELSE coalesce(left(${comments.body}, 400), ${threads.excerpt}) END`,
    })
    .from(cases)
    .innerJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(and(sql`${cases.closedAt} IS NULL`, which))
    .orderBy(asc(cases.dueAt), asc(cases.id))
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

export type OwnReport = {
  id: number;
  reason: ReportReason;
  createdAt: Date;
  title: string;
  position: number | null;
  outcome: DecisionKind | null;
};

/** What a member reported and what came of it. */
export async function listOwnReports(memberId: number): Promise<OwnReport[]> {
  return db
    .select({
      id: reports.id,
      reason: reports.reason,
      createdAt: reports.createdAt,
      title: titleShown,
      position: comments.position,
      outcome: sql<DecisionKind | null>`(SELECT d.kind FROM decisions d WHERE d.case_id = ${cases.id} ORDER BY d.id LIMIT 1)`,
    })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .innerJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(eq(reports.reporterId, memberId))
    .orderBy(desc(reports.createdAt))
    .limit(100);
}

export type Statement = {
  id: number;
  createdAt: Date;
  seen: boolean;
  kind: DecisionKind;
  rule: Rule;
  reason: string;
  thread: Addressed & { title: string };
  position: number | null;
  words: string;
};

const statementColumns = {
  id: statements.id,
  createdAt: statements.createdAt,
  seen: sql<boolean>`${statements.seenAt} IS NOT NULL`,
  kind: decisions.kind,
  rule: decisions.rule,
  reason: decisions.reason,
  thread: { id: threads.id, kind: threads.kind, slug: threads.slug, title: threads.title },
  position: comments.position,
  words: sql<string>`coalesce(${comments.body}, ${threads.excerpt})`,
};

const statementRows = () =>
  db
    .select(statementColumns)
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(threads, eq(threads.id, cases.threadId))
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
