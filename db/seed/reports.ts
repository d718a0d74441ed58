import { and, eq } from "drizzle-orm";
import type { Transaction } from "../client";
import { cases, comments, reports, threads } from "../schema";
import { attentionHours, leadHours } from "@/lib/moderation/policy";
import type { ReportReason } from "@/lib/moderation/schema";
import { readReports, type SampleReport } from "./files";
import type { People } from "./people";

/** Open reports of every kind; those on one thing make one case. */
export async function fillReports(tx: Transaction, now: number, people: People, byKey: Map<string, number>): Promise<void> {
  const byThing = new Map<string, SampleReport[]>();
  for (const report of readReports()) {
    const thing = `${report.on.post} ${report.on.comment ?? 0}`;
    byThing.set(thing, [...(byThing.get(thing) ?? []), report]);
  }
  for (const together of byThing.values()) await openCase(tx, now, people, byKey, together);
}

/** One case for reports on one thing. */
export async function openCase(
  tx: Transaction,
  now: number,
  people: People,
  byKey: Map<string, number>,
  together: SampleReport[],
): Promise<{ id: number; version: number }> {
  const [first] = together.sort((a, b) => b.days_ago - a.days_ago);
  const threadId = first && byKey.get(first.on.post);
  if (!threadId) throw new Error(`a report on ${first?.on.post} has no place`);
  const commentId = first.on.comment ? await commentIdOf(tx, threadId, first.on.comment) : null;
  const openedAt = new Date(now - first.days_ago * 86_400_000);
  const reason = first.reason as ReportReason;
  const dueAt = new Date(openedAt.getTime() + attentionHours[reason] * 3_600_000);
  const [opened] = await tx
    .insert(cases)
    .values({
      threadId,
      commentId,
      authorId: await authorOf(tx, threadId, commentId),
      reason,
      openedAt,
      dueAt,
      queueAt: new Date(dueAt.getTime() - leadHours(together.length) * 3_600_000),
      distressing: reason === "worried_about_person",
      weight: together.length,
      reportCount: together.length,
    })
    .returning({ id: cases.id, version: cases.version });
  if (!opened) throw new Error("no case was opened");
  for (const report of together) {
    const reporter = people.get(report.by);
    if (!reporter) throw new Error(`no member ${report.by}`);
    await tx.insert(reports).values({
      caseId: opened.id,
      reporterId: reporter.id,
      reason: report.reason as ReportReason,
      note: report.note,
      createdAt: new Date(now - report.days_ago * 86_400_000),
    });
  }
  return opened;
}

async function commentIdOf(tx: Transaction, threadId: number, position: number): Promise<number> {
  const at = and(eq(comments.threadId, threadId), eq(comments.position, position));
  const [comment] = await tx.select({ id: comments.id }).from(comments).where(at);
  if (!comment) throw new Error(`thread ${threadId} has no comment ${position}`);
  return comment.id;
}

async function authorOf(tx: Transaction, threadId: number, commentId: number | null): Promise<number> {
  const [row] = commentId
    ? await tx.select({ authorId: comments.authorId }).from(comments).where(eq(comments.id, commentId))
    : await tx.select({ authorId: threads.authorId }).from(threads).where(eq(threads.id, threadId));
  if (!row) throw new Error(`nothing to report in thread ${threadId}`);
  return row.authorId;
}
