import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { heldEdits } from "@/db/schema";
import type { LockedSubject } from "./locked-case";
import { settleHeldEdit } from "./settle-held-edit";

/** Under this name a whole edit stands among what decisions took away, as JSON of its row. */
export const refusedEditField = "held_edit";

/** Drops the edit that waits, and keeps it beside the decision: an appeal may bring it back. */
export async function refuseEdit(tx: Transaction, about: LockedSubject, decisionId: number): Promise<void> {
  const { threadId, commentId } = about;
  const waiting = commentId ? eq(heldEdits.commentId, commentId) : eq(heldEdits.threadId, threadId ?? 0);
  await tx.execute(sql`
    INSERT INTO redactions (decision_id, thread_id, comment_id, field, original, redacted)
    SELECT ${decisionId}, thread_id, comment_id, ${refusedEditField}, to_jsonb(held_edits)::text, ''
    FROM held_edits WHERE ${waiting}`);
  await settleHeldEdit(tx, about, "drop");
}

/** Lets the edit wait again that a decision dropped. One that its author has sent since stays in its place. */
export async function giveBackEdit(tx: Transaction, decisionId: number): Promise<void> {
  await tx.execute(sql`
    INSERT INTO held_edits (thread_id, comment_id, kind, audience, title, body, created_at)
    SELECT e.thread_id, e.comment_id, e.kind, e.audience, e.title, e.body, e.created_at
    FROM redactions r, jsonb_populate_record(NULL::held_edits, r.original::jsonb) e
    WHERE r.decision_id = ${decisionId} AND r.field = ${refusedEditField}
    ON CONFLICT DO NOTHING`);
}
