import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LockedSubject } from "./locked-case";
import { attentionHours, leadHours } from "./policy";

/**
 * Opens a case again, to be decided anew, with the time for it counted from now. Where another one about the same thing
 * is open, that one is enough. The caller holds the locks.
 */
export async function reopenCase(tx: Transaction, { case: row }: LockedSubject): Promise<void> {
  const due = sql`now() + make_interval(hours => ${attentionHours[row.reason]})`;
  const lead = sql`make_interval(secs => ${Math.round(leadHours(row.weight) * 3600)})`;
  await tx.execute(sql`
    UPDATE cases c SET closed_at = NULL, version = version + 1, due_at = ${due}, queue_at = ${due} - ${lead},
      reminded_at = NULL, escalated_at = NULL, claimed_by = NULL, claimed_at = NULL
    WHERE id = ${row.id} AND closed_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM cases o WHERE o.closed_at IS NULL AND coalesce(o.thread_id, 0) = coalesce(c.thread_id, 0)
        AND coalesce(o.comment_id, 0) = coalesce(c.comment_id, 0) AND coalesce(o.member_id, 0) = coalesce(c.member_id, 0))`);
}
