import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { cases, reports } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { ownNames } from "@/lib/testimonials/own-names";
import { autoHide } from "./auto-hide";
import { openCase, type About } from "./open-case";
import { canReport, reasonsFor, weightOf } from "./policy";
import { lockReported } from "./reported-thing";
import type { ReportReason } from "./schema";

export type NewReport = {
  /** 0 where a member's profile is reported. */
  thread: number;
  /** The number of the comment; 0 for the thread itself. */
  comment: number;
  member?: number;
  reason: ReportReason;
  note: string;
};

/**
 * Reports a thread, a comment or a profile. All reports on one thing join its one open case; the same person reporting
 * it again changes nothing. Enough of them hide the thing until a moderator has looked.
 */
export async function reportContent(actor: Actor, report: NewReport): Promise<{ caseId: number }> {
  try {
    return await db.transaction((tx) => add(tx, actor, report));
  } catch (error) {
    // The other half of a double click came first; this time it is found.
    if (isDuplicate(error, "reports_once")) return db.transaction((tx) => add(tx, actor, report));
    throw error;
  }
}

async function add(tx: Transaction, actor: Actor, report: NewReport): Promise<{ caseId: number }> {
  await insistOnReports(tx, actor.memberId);
  const thing = await lockReported(tx, report);
  if (!thing) throw new Refusal("not_found");
  const names = await ownNames(tx, actor.memberId);
  insist(canReport(actor, { ...thing, authorId: names.includes(thing.authorId) ? actor.memberId : thing.authorId }));
  if (!reasonsFor(thing.kind).includes(report.reason)) throw new Refusal("reason_unfit", {}, "reason");
  const before = await openReportOf(tx, thing, actor.memberId);
  if (before) return { caseId: before };
  const weight = await weightOfReporter(tx, actor.memberId);
  const { id: caseId } = await openCase(tx, {
    ...thing,
    origin: "report",
    reason: report.reason,
    weight,
    reportCount: 1,
  });
  const { reason, note } = report;
  await tx.insert(reports).values({ caseId, reporterId: actor.memberId, reason, note });
  if (actor.paced) await takeTurn(tx, [{ key: `report:${actor.memberId}:day`, max: 20, windowSeconds: 86_400 }]);
  const event = { kind: "content_reported", actorId: actor.memberId, threadId: thing.threadId, detail: { caseId } };
  await recordEvent(tx, event, []);
  await autoHide(tx, caseId, thing.visible);
  return { caseId };
}

async function insistOnReports(tx: Transaction, memberId: number): Promise<void> {
  const paused = await tx.execute(sql`
    SELECT FROM restrictions WHERE member_id = ${memberId} AND kind = 'pause_reports' AND lifted_at IS NULL
      AND (ends_at IS NULL OR ends_at > now())`);
  if (paused.length > 0) throw new Refusal("reports_paused");
}

async function openReportOf(tx: Transaction, about: About, reporterId: number): Promise<number | null> {
  const [found] = await tx
    .select({ id: cases.id })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(
      and(
        eq(reports.reporterId, reporterId),
        sql`${cases.closedAt} IS NULL AND ${cases.threadId} IS NOT DISTINCT FROM ${about.threadId}`,
        sql`${cases.commentId} IS NOT DISTINCT FROM ${about.commentId} AND ${cases.memberId} IS NOT DISTINCT FROM ${about.memberId}`,
      ),
    );
  return found?.id ?? null;
}

/** A reporter's record: how many of their decided reports led to more than "left as it is". */
async function weightOfReporter(tx: Transaction, reporterId: number): Promise<number> {
  const [record] = await tx.execute<{ decided: number; upheld: number }>(sql`
    SELECT count(*)::int AS decided, count(*) FILTER (WHERE EXISTS (
      SELECT FROM decisions d WHERE d.case_id = r.case_id AND d.kind <> 'keep' AND d.overturned_at IS NULL))::int AS upheld
    FROM (SELECT case_id FROM reports WHERE reporter_id = ${reporterId} ORDER BY created_at DESC LIMIT 100) r
    JOIN cases c ON c.id = r.case_id AND c.closed_at IS NOT NULL`);
  return weightOf(record ?? { decided: 0, upheld: 0 });
}
