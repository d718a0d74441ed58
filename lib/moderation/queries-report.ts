import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, members, reports, threads } from "@/db/schema";
import { excerptOf } from "@/lib/platform/markdown";
import { threadsPerPage, type Cursor } from "@/lib/platform/pagination";
import { commentPath, threadPath, type Addressed } from "@/lib/platform/urls";
import { withdrawnTitle } from "./labels";
import { claimMinutes } from "./limits";
import { stateOfReport, type ReportedCase, type ReportState } from "./outcomes";
import { reasonsFor } from "./policy";
import type { ReportReason } from "./schema";

export { noteOutcomesSeen } from "./note-outcomes-seen";

export type Reportable = {
  handle: string;
  title: string;
  extract: string;
  href: string;
  reasons: ReportReason[];
  /** Whose profile it is, where one is meant. */
  memberId?: number;
};

/** What a member is about to report, if it can be read. */
export async function getReportable(threadId: number, position: number): Promise<Reportable | null> {
  const [found] = await db
    .select({ thread: threads, handle: members.handle })
    .from(threads)
    .innerJoin(members, eq(members.id, threads.authorId))
    .where(and(eq(threads.id, threadId), eq(threads.visible, true)));
  if (!found) return null;
  const { thread, handle } = found;
  if (position === 0) {
    const reasons = reasonsFor(thread.kind === "testimonial" || thread.kind === "article" ? thread.kind : "post");
    return { handle, title: thread.title, extract: thread.excerpt, href: threadPath(thread), reasons };
  }
  const [comment] = await db
    .select({ body: comments.body, handle: members.handle })
    .from(comments)
    .innerJoin(members, eq(members.id, comments.authorId))
    .where(and(eq(comments.threadId, threadId), eq(comments.position, position), eq(comments.visible, true)));
  if (!comment) return null;
  return {
    handle: comment.handle,
    title: thread.title,
    extract: excerptOf(comment.body),
    href: commentPath(thread, position),
    reasons: reasonsFor("comment"),
  };
}

/** A member's page that is about to be reported. A persona has none. */
export async function getReportableMember(handle: string): Promise<Reportable | null> {
  const [member] = await db
    .select({ id: members.id, bio: members.bio, hiddenAt: members.bioHiddenAt })
    .from(members)
    .where(and(eq(members.handle, handle), eq(members.kind, "member")));
  if (!member) return null;
  const extract = member.hiddenAt ? "" : excerptOf(member.bio);
  const about = { handle, title: `${handle}’s page`, href: `/members/${handle}`, memberId: member.id };
  return { ...about, extract, reasons: reasonsFor("profile") };
}

export type OwnReport = {
  id: number;
  reason: ReportReason;
  createdAt: Date;
  title: string;
  /** Where it can be read; null for what cannot. */
  href: string | null;
  position: number | null;
  state: ReportState;
  /** Its reporter has not seen this outcome yet. */
  unseen: boolean;
  /** Until then its reporter can object to what was left as it is. */
  objectUntil: Date | null;
  objected: boolean;
};

/** When what came of a report changed last: its case was closed, or a decision in it was taken back. */
const outcomeAt = sql`(SELECT greatest(c.closed_at, max(d.overturned_at)) FROM cases c LEFT JOIN decisions d ON d.case_id = c.id
  WHERE c.id = reports.case_id GROUP BY c.id)`;

const unseen = sql<boolean>`coalesce(${cases.closedAt} IS NOT NULL AND ${outcomeAt} > coalesce(${reports.outcomeSeenAt}, '-infinity'), false)`;

const rows = () =>
  db
    .select({
      id: reports.id,
      reason: reports.reason,
      createdAt: reports.createdAt,
      unseen,
      thread: { id: threads.id, kind: threads.kind, slug: threads.slug, title: threads.title },
      threadGone: sql<boolean>`${threads.withdrawnAt} IS NOT NULL`,
      threadRead: threads.visible,
      position: comments.position,
      commentRead: comments.visible,
      profileOf: members.handle,
      open: sql<boolean>`${cases.closedAt} IS NULL`,
      // A claim ends by itself.
      claimed: sql<boolean>`coalesce(${cases.claimedAt} > now() - make_interval(mins => ${claimMinutes}), false)`,
      hidden: sql<boolean>`CASE WHEN ${cases.commentId} IS NULL THEN coalesce(${threads.hiddenAt}, ${members.bioHiddenAt})
        ELSE ${comments.hiddenAt} END IS NOT NULL`,
      decided: sql<ReportedCase["decided"]>`(SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'overturned',
        d.overturned_at IS NOT NULL) ORDER BY d.id), '[]') FROM decisions d WHERE d.case_id = ${cases.id}
        AND d.moderator_id IS NOT NULL)`,
      objectUntil: sql<Date | null>`CASE WHEN ${cases.closedAt} > now() - interval '6 months'
        THEN ${cases.closedAt} + interval '6 months' END`.mapWith(cases.closedAt),
      objected: sql<boolean>`EXISTS (SELECT FROM appeals a WHERE a.report_id = ${reports.id})`,
    })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .leftJoin(members, eq(members.id, cases.memberId));

type Row = Awaited<ReturnType<typeof rows>>[number];

/** What a member reported and what came of it, the newest first. */
export async function listOwnReports(
  memberId: number,
  before: Cursor | null = null,
): Promise<{ reports: OwnReport[]; older: Cursor | null }> {
  const earlier = before
    ? sql`(${reports.createdAt}, ${reports.id}) < (${before.at.toISOString()}::timestamptz, ${before.id})`
    : undefined;
  const found = await rows()
    .where(and(eq(reports.reporterId, memberId), earlier))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(threadsPerPage + 1);
  const shown = found.slice(0, threadsPerPage);
  const last = found.length > threadsPerPage ? shown.at(-1) : undefined;
  return { reports: shown.map(told), older: last ? { at: last.createdAt, id: last.id } : null };
}

function told(row: Row): OwnReport {
  const { id, reason, createdAt, position, objected } = row;
  const state = stateOfReport(row);
  const objectUntil = state === "kept" ? row.objectUntil : null;
  return { id, reason, createdAt, position, objected, state, objectUntil, unseen: row.unseen, ...named(row) };
}

/** What is hidden or removed is named no more than it can be read. */
function named({ thread, threadGone, threadRead, position, commentRead, profileOf }: Row) {
  if (!thread) return { title: `${profileOf}’s page`, href: `/members/${profileOf}` };
  if (threadGone) return { title: withdrawnTitle, href: null };
  if (!threadRead) return { title: "A thread that cannot be read now", href: null };
  const href = position === null ? threadPath(thread as Addressed) : commentRead ? commentPath(thread, position) : null;
  return { title: thread.title, href };
}

/** How many of a member's reports had an outcome that they have not seen. */
export async function countUnseenOutcomes(memberId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(eq(reports.reporterId, memberId), unseen));
  return row?.count ?? 0;
}
