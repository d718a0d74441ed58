import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, heldEdits } from "@/db/schema";
import { tags } from "@/lib/platform/tags";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { freeEditHours } from "@/lib/threads/policy";
import { rewriteComment } from "./rewrite-comment";

/**
 * Lets the edit of a comment appear that waited, as if it had been made now; whether it left the free window behind is
 * told by when its author made it. Does nothing without one. The caller holds the locks of the thread and the comment.
 * @returns the tags of the pages that show it
 */
export async function letEditAppear(tx: Transaction, commentId: number): Promise<string[]> {
  const [row] = await tx
    .select({
      comment: comments,
      body: heldEdits.body,
      late: sql<boolean>`${comments.createdAt} < ${heldEdits.createdAt} - make_interval(hours => ${freeEditHours})`,
    })
    .from(heldEdits)
    .innerJoin(comments, eq(comments.id, heldEdits.commentId))
    .where(eq(heldEdits.commentId, commentId));
  if (!row) return [];
  await rewriteComment(tx, row);
  await dropHeldEdit(tx, { commentId });
  return [tags.thread(row.comment.threadId)];
}
