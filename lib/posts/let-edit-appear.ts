import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { heldEdits, posts, threads } from "@/db/schema";
import { tagsOfThread } from "@/lib/platform/tags";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { freeEditHours } from "@/lib/threads/policy";
import { postKinds } from "./schema";
import { rewritePost } from "./rewrite-post";

/**
 * Lets the edit of a post appear that waited, as if it had been made now; whether it left the free window behind is
 * told by when its author made it. Does nothing without one. The caller holds the lock of the thread.
 * @returns the tags of the pages that show it
 */
export async function letEditAppear(tx: Transaction, threadId: number): Promise<string[]> {
  const [row] = await tx
    .select({
      thread: threads,
      post: posts,
      edit: heldEdits,
      late: sql<boolean>`${threads.publishedAt} < ${heldEdits.createdAt} - make_interval(hours => ${freeEditHours})`,
    })
    .from(heldEdits)
    .innerJoin(threads, eq(threads.id, heldEdits.threadId))
    .innerJoin(posts, eq(posts.threadId, heldEdits.threadId))
    .where(eq(heldEdits.threadId, threadId));
  if (!row) return [];
  const { thread, post, edit, late } = row;
  const kind = postKinds.find((each) => each === edit.kind) ?? "question";
  const words = {
    kind,
    audience: edit.audience ?? thread.audience,
    title: edit.title ?? thread.title,
    body: edit.body,
  };
  await rewritePost(tx, { thread, post, words, late });
  await dropHeldEdit(tx, { threadId });
  return tagsOfThread(thread);
}
