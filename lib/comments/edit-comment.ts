import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, revisions } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tags } from "@/lib/platform/tags";
import { editLimits } from "@/lib/threads/limits";
import { canEditComment, freeEditHours } from "@/lib/threads/policy";
import { lockComment } from "./own-comment";
import type { Posted } from "./post-comment";

/** Changes one's own comment. After the free window, what stood before is kept for members to see. */
export async function editComment(actor: Actor, input: { comment: number; body: string }): Promise<Posted> {
  return db.transaction(async (tx) => {
    const { thread, comment } = await lockComment(tx, input.comment);
    insist(canEditComment(actor, comment, thread));
    if (comment.body === input.body) return { thread, position: comment.position };
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    const [age] = await tx
      .select({ late: sql<boolean>`${comments.createdAt} < now() - make_interval(hours => ${freeEditHours})` })
      .from(comments)
      .where(eq(comments.id, comment.id));
    if (age?.late) {
      await tx
        .insert(revisions)
        .values({ commentId: comment.id, editedBy: actor.memberId, body: comment.body, bodyHtml: comment.bodyHtml });
    }
    await tx
      .update(comments)
      .set({ body: input.body, bodyHtml: renderMarkdown(input.body), pipeline: pipelineVersion, editedAt: sql`now()` })
      .where(eq(comments.id, comment.id));
    const detail = { position: comment.position };
    await recordEvent(tx, { kind: "comment_edited", actorId: actor.memberId, threadId: thread.id, detail }, [
      tags.thread(thread.id),
    ]);
    return { thread, position: comment.position };
  });
}
