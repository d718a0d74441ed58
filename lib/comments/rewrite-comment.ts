import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, revisions } from "@/db/schema";
import { pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";

type Rewriting = {
  comment: typeof comments.$inferSelect;
  body: string;
  /** After the free window: what stood before is kept for members to see. */
  late: boolean;
};

/** Puts other words into a comment, by its author. The caller holds the locks. */
export async function rewriteComment(tx: Transaction, { comment, body, late }: Rewriting): Promise<void> {
  if (late) {
    const before = { body: comment.body, bodyHtml: comment.bodyHtml };
    await tx.insert(revisions).values({ commentId: comment.id, editedBy: comment.authorId, ...before });
  }
  await tx
    .update(comments)
    .set({ body, bodyHtml: renderMarkdown(body), pipeline: pipelineVersion, editedAt: sql`now()` })
    .where(eq(comments.id, comment.id));
}
