import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { cases, comments, reports, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { attentionHours, canReport } from "./policy";
import { reportReasons, type ReportReason } from "./schema";

export type NewReport = { thread: number; comment: number; reason: ReportReason; note: string };

/**
 * Reports a thread (comment 0) or a comment. All reports on one thing join its one open case; the same person
 * reporting it again changes nothing.
 */
export async function reportContent(actor: Actor, report: NewReport): Promise<{ caseId: number }> {
  return db.transaction(async (tx) => {
    const thing = await findThing(tx, report.thread, report.comment);
    if (!thing) throw new Refusal("not_found");
    insist(canReport(actor, thing));
    const caseId = await openCase(tx, thing, report.reason);
    const added = await tx
      .insert(reports)
      .values({ caseId, reporterId: actor.memberId, reason: report.reason, note: report.note })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (added.length === 0) return { caseId };
    if (actor.paced) await takeTurn(tx, [{ key: `report:${actor.memberId}:day`, max: 20, windowSeconds: 86_400 }]);
    await countReport(tx, caseId, report.reason);
    await recordEvent(
      tx,
      { kind: "content_reported", actorId: actor.memberId, threadId: report.thread, detail: { caseId } },
      [],
    );
    return { caseId };
  });
}

type Reported = { threadId: number; commentId: number | null; authorId: number; visible: boolean };

async function findThing(tx: Transaction, threadId: number, position: number): Promise<Reported | null> {
  const [thread] = await tx
    .select({ authorId: threads.authorId, visible: threads.visible })
    .from(threads)
    .where(eq(threads.id, threadId))
    // The thread before the case, as in decisions, so that the two never wait for each other.
    .for("key share");
  if (!thread) return null;
  if (position === 0) return { threadId, commentId: null, ...thread };
  const [comment] = await tx
    .select({ id: comments.id, authorId: comments.authorId, visible: comments.visible })
    .from(comments)
    .where(and(eq(comments.threadId, threadId), eq(comments.position, position)));
  if (!comment) return null;
  return { threadId, commentId: comment.id, authorId: comment.authorId, visible: thread.visible && comment.visible };
}

/** The thing's open case, made by whoever comes first; two at once meet at the unique index. */
async function openCase(tx: Transaction, thing: Reported, reason: ReportReason): Promise<number> {
  await tx
    .insert(cases)
    .values({ threadId: thing.threadId, commentId: thing.commentId, reason, dueAt: dueAt(reason) })
    .onConflictDoNothing();
  const [open] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(
      sql`${cases.threadId} = ${thing.threadId} AND coalesce(${cases.commentId}, 0) = ${thing.commentId ?? 0} AND ${cases.closedAt} IS NULL`,
    )
    .for("update");
  if (!open) throw new Refusal("broken");
  return open.id;
}

async function countReport(tx: Transaction, caseId: number, reason: ReportReason): Promise<void> {
  const [found] = await tx.select({ reason: cases.reason }).from(cases).where(eq(cases.id, caseId));
  const urgent = [found?.reason ?? reason, reason].sort(
    (a, b) => reportReasons.indexOf(a) - reportReasons.indexOf(b),
  )[0];
  await tx
    .update(cases)
    .set({
      reason: urgent,
      dueAt: sql`least(${cases.dueAt}, ${dueAt(reason)})`,
      reportCount: sql`${cases.reportCount} + 1`,
      version: sql`${cases.version} + 1`,
    })
    .where(eq(cases.id, caseId));
}

const dueAt = (reason: ReportReason) => sql<Date>`now() + make_interval(hours => ${attentionHours[reason]})`;
