import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, redactions, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { tagsOfThread } from "@/lib/platform/tags";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { canWithdraw } from "@/lib/threads/policy";
import { lockComment } from "./own-comment";
import type { Posted } from "./post-comment";

/**
 * Takes one's own comment back, with a change that waits and with what moderators took out of it. Its number stays, so
 * that answers keep their place.
 */
export async function withdrawComment(actor: Actor, commentId: number): Promise<Posted> {
  return db.transaction(async (tx) => {
    const { thread, comment } = await lockComment(tx, commentId);
    insist(canWithdraw(actor, comment));
    await tx
      .update(comments)
      .set({ withdrawnAt: sql`now()` })
      .where(eq(comments.id, comment.id));
    await dropHeldEdit(tx, { commentId: comment.id });
    await tx.delete(redactions).where(eq(redactions.commentId, comment.id));
    if (comment.visible) {
      await tx
        .update(threads)
        .set({ commentCount: sql`${threads.commentCount} - 1` })
        .where(eq(threads.id, thread.id));
    }
    const detail = { position: comment.position };
    await recordEvent(
      tx,
      { kind: "comment_withdrawn", actorId: actor.memberId, threadId: thread.id, detail },
      tagsOfThread(thread),
    );
    return { thread, position: comment.position, held: comment.heldAt !== null };
  });
}
