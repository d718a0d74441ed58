import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { tagsOfThread } from "@/lib/platform/tags";
import { canWithdraw } from "@/lib/threads/policy";
import { lockComment } from "./own-comment";
import type { Posted } from "./post-comment";

/** Takes one's own comment back. Its number stays, so that answers keep their place. */
export async function withdrawComment(actor: Actor, commentId: number): Promise<Posted> {
  return db.transaction(async (tx) => {
    const { thread, comment } = await lockComment(tx, commentId);
    insist(canWithdraw(actor, comment));
    await tx
      .update(comments)
      .set({ withdrawnAt: sql`now()` })
      .where(eq(comments.id, comment.id));
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
    return { thread, position: comment.position };
  });
}
