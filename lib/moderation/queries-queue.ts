import { and, asc, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Connection } from "@/db/client";
import { cases, comments, decisions, members, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { excerptOf } from "@/lib/platform/markdown";
import { readCursor, threadsPerPage, writeCursor, type Cursor } from "@/lib/platform/pagination";
import { ownNames } from "@/lib/testimonials/own-names";
import { claimMinutes, exposure } from "./limits";
import { titleShown } from "./queries";
import { queueGroups, reasonsOfGroup, type CaseOrigin, type DecisionKind, type ReportReason } from "./schema";
import type { QueueGroup } from "./schema";

export type QueueRow = {
  id: number;
  version: number;
  reason: ReportReason;
  origin: CaseOrigin;
  reportCount: number;
  suspicion: string;
  urgency: number;
  queueAt: Date;
  openedAt: Date;
  /** Until somebody should have looked; negative for too late. */
  dueMinutes: number;
  title: string;
  position: number | null;
  /** Distressing words stay away from the list. */
  distressing: boolean;
  extract: string;
  /** Who looks at it now. */
  claim: { who: string; own: boolean } | null;
  /** The moderator's own words or report: somebody else decides. */
  own: boolean;
  /** A thread or a comment, so that it can be removed together with others. */
  removable: boolean;
};

/** What part of the queue is looked at. */
export type QueueFilter = QueueGroup | "mine" | null;

export function readQueueFilter(value: string | string[] | undefined): QueueFilter {
  const text = [value].flat()[0];
  return text === "mine" ? text : (queueGroups.find((group) => group === text) ?? null);
}

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

export type QueuePlace = { filter: QueueFilter; after: QueueCursor | null };

/** Open cases: worries about a person, then what could hurt a reader, then the rest; within each what is due first. */
export async function listQueue(
  actor: Actor,
  { filter, after }: QueuePlace,
): Promise<{ rows: QueueRow[]; more: QueueCursor | null }> {
  const later = after
    ? sql`(${cases.urgency}, ${cases.queueAt}, ${cases.id}) > (${after.urgency}, ${after.at.toISOString()}::timestamptz, ${after.id})`
    : undefined;
  const found = await openCases(actor, and(later, within(actor, filter)), threadsPerPage + 1);
  const rows = found.slice(0, threadsPerPage);
  const last = found.length > threadsPerPage ? rows.at(-1) : undefined;
  return { rows, more: last ? { urgency: last.urgency, at: last.queueAt, id: last.id } : null };
}

const standing = sql`${cases.claimedAt} > now() - make_interval(mins => ${claimMinutes})`;

function within({ memberId }: Actor, filter: QueueFilter): SQL | undefined {
  if (filter === "mine") return and(eq(cases.claimedBy, memberId), standing);
  return filter ? inArray(cases.reason, reasonsOfGroup[filter]) : undefined;
}

const claimers = alias(members, "claimers");

async function openCases(actor: Actor, which: SQL | undefined, limit: number): Promise<QueueRow[]> {
  const names = await db.transaction((tx) => ownNames(tx, actor.memberId));
  const own = sql<boolean>`${inArray(cases.authorId, names)} OR EXISTS (
    SELECT FROM reports r WHERE r.case_id = ${cases.id} AND r.reporter_id = ${actor.memberId})`;
  const { id, version, reason, origin, reportCount, suspicion, urgency, queueAt, openedAt, distressing } = cases;
  const rows = await db
    .select({
      ...{ id, version, reason, origin, reportCount, suspicion, urgency, queueAt, openedAt, distressing },
      dueMinutes: sql<number>`ceil(extract(epoch FROM ${cases.dueAt} - now()) / 60)::int`,
      title: titleShown,
      position: comments.position,
      extract: sql<string>`CASE WHEN ${cases.distressing} OR ${threads.withdrawnAt} IS NOT NULL OR ${comments.withdrawnAt} IS NOT NULL
        THEN '' ELSE coalesce(left(${comments.body}, 400), ${threads.excerpt},
          (SELECT left(bio, 400) FROM members WHERE id = ${cases.memberId}), '') END`,
      claimer: sql<string | null>`CASE WHEN ${standing} THEN ${claimers.handle} END`,
      own,
      removable: sql<boolean>`${cases.threadId} IS NOT NULL`,
    })
    .from(cases)
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .leftJoin(claimers, eq(claimers.id, cases.claimedBy))
    .where(and(isNull(cases.closedAt), which))
    .orderBy(asc(cases.urgency), asc(cases.queueAt), asc(cases.id))
    .limit(limit);
  return rows.map(({ claimer, ...row }) => ({
    ...row,
    extract: excerptOf(row.extract),
    claim: claimer ? { who: claimer, own: claimer === actor.handle } : null,
  }));
}

/** A case that somebody has decided, in short. */
export type Done = { id: number; what: DecisionKind; who: string };

export type QueueNews = { rows: QueueRow[]; others: QueueRow[]; done: Done[] };

/**
 * What became of a page of the queue that lies open: its rows as they would be now, the shown cases that would not be
 * among them, and the shown ones that are decided.
 */
export async function getQueueNews(actor: Actor, place: QueuePlace, shown: number[]): Promise<QueueNews> {
  const { rows } = await listQueue(actor, place);
  const missing = shown.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length === 0) return { rows, others: [], done: [] };
  const others = await openCases(actor, inArray(cases.id, missing), missing.length);
  return { rows, others, done: await listDone(missing.filter((id) => !others.some((row) => row.id === id))) };
}

/** What was decided last about each of these cases that is closed. */
export async function listDone(ids: number[]): Promise<Done[]> {
  const rows = await db
    .selectDistinctOn([decisions.caseId], { id: decisions.caseId, what: decisions.kind, who: members.handle })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(members, eq(members.id, decisions.moderatorId))
    .where(and(inArray(decisions.caseId, ids), sql`${cases.closedAt} IS NOT NULL`))
    .orderBy(asc(decisions.caseId), sql`${decisions.id} DESC`);
  return rows.map((row) => ({ ...row, who: row.who ?? "The software" }));
}

/** Who looks at a case now. */
export async function getClaim(actor: Actor, caseId: number): Promise<QueueRow["claim"]> {
  const [row] = await db
    .select({ who: members.handle, own: sql<boolean>`${cases.claimedBy} = ${actor.memberId}` })
    .from(cases)
    .innerJoin(members, eq(members.id, cases.claimedBy))
    .where(and(eq(cases.id, caseId), isNull(cases.closedAt), standing));
  return row ?? null;
}

/** How many distressing cases a moderator opened or decided in this shift, and whether that is enough for one. */
export async function getExposure(
  memberId: number,
  connection: Connection = db,
): Promise<{ cases: number; spent: boolean }> {
  const [row] = await connection.execute<{ cases: number }>(sql`
    WITH seen AS MATERIALIZED (
      SELECT DISTINCT substr(subject, 6)::bigint AS id FROM audit_log
      WHERE actor_id = ${memberId} AND created_at > now() - make_interval(hours => ${exposure.shiftHours})
        AND subject ~ '^case:[0-9]+$' AND act NOT IN ('case_claim', 'case_release'))
    SELECT count(*)::int AS cases FROM seen JOIN cases c ON c.id = seen.id WHERE c.distressing`);
  const seen = row?.cases ?? 0;
  return { cases: seen, spent: seen >= exposure.cases };
}
