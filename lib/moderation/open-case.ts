import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attentionHours, leadHours } from "./policy";
import type { CaseOrigin, ReportReason } from "./schema";

/** A thread, one of its comments, or a profile. */
export type About = { threadId: number | null; commentId: number | null; memberId: number | null; authorId: number };

export type Opened = { id: number; version: number };

type NewCase = About & {
  origin: CaseOrigin;
  reason: ReportReason;
  /** What the software noticed, in sentences. */
  suspicion?: string;
  distressing?: boolean;
  /** What the report that comes with it weighs; 0 for none. */
  weight?: number;
  /** 1 where a report or a notice comes with it. */
  reportCount?: number;
};

/**
 * Opens the thing's case, or joins the one that is open: the most urgent reason counts, weights add up. Two at once meet
 * at the unique index. The case's row stays locked until the transaction ends.
 */
export async function openCase(tx: Transaction, given: NewCase): Promise<Opened> {
  const {
    threadId,
    commentId,
    memberId,
    authorId,
    origin,
    reason,
    suspicion = "",
    weight = 0,
    reportCount = 0,
  } = given;
  const distressing = given.distressing ?? reason === "worried_about_person";
  const due = sql`now() + make_interval(hours => ${attentionHours[reason]})`;
  const lead = (total: number) => sql`make_interval(secs => ${Math.round(leadHours(total) * 3600)})`;
  const [row] = await tx.execute<{ id: string; version: number; weight: number }>(sql`
    INSERT INTO cases AS c (thread_id, comment_id, member_id, author_id, origin, reason, suspicion, distressing, weight,
      report_count, due_at, queue_at)
    VALUES (${threadId}, ${commentId}, ${memberId}, ${authorId}, ${origin}, ${reason}, ${suspicion}, ${distressing}, ${weight},
      ${reportCount}, ${due}, ${due} - ${lead(weight)})
    ON CONFLICT (coalesce(thread_id, 0), coalesce(comment_id, 0), coalesce(member_id, 0)) WHERE closed_at IS NULL
    DO UPDATE SET reason = least(c.reason, excluded.reason), due_at = least(c.due_at, excluded.due_at),
      suspicion = CASE WHEN excluded.suspicion = '' OR position(excluded.suspicion IN c.suspicion) > 0 THEN c.suspicion
        ELSE btrim(c.suspicion || ' ' || excluded.suspicion) END,
      distressing = c.distressing OR excluded.distressing, weight = c.weight + excluded.weight,
      report_count = c.report_count + excluded.report_count, version = c.version + 1
    WHERE excluded.report_count > 0 OR excluded.reason < c.reason OR position(excluded.suspicion IN c.suspicion) = 0
    RETURNING id, version, weight`);
  // It was open, and says all of this already.
  if (!row) return openCaseOf(tx, given);
  await tx.execute(sql`UPDATE cases SET queue_at = due_at - ${lead(row.weight)} WHERE id = ${row.id}`);
  return { id: Number(row.id), version: row.version };
}

async function openCaseOf(tx: Transaction, { threadId, commentId, memberId }: About): Promise<Opened> {
  const [row] = await tx.execute<{ id: string; version: number }>(sql`
    SELECT id, version FROM cases WHERE closed_at IS NULL AND coalesce(thread_id, 0) = ${threadId ?? 0}
      AND coalesce(comment_id, 0) = ${commentId ?? 0} AND coalesce(member_id, 0) = ${memberId ?? 0} FOR UPDATE`);
  if (!row) throw new Error("the case was not opened");
  return { id: Number(row.id), version: row.version };
}
