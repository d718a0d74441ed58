import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, threads } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";

/** A comment and its thread, both locked, the thread first as in every other verb. */
export async function lockComment(tx: Transaction, commentId: number) {
  const [found] = await tx.select({ threadId: comments.threadId }).from(comments).where(eq(comments.id, commentId));
  if (!found) throw new Refusal("not_found");
  const [thread] = await tx.select().from(threads).where(eq(threads.id, found.threadId)).for("update");
  const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId)).for("update");
  if (!thread || !comment) throw new Refusal("not_found");
  return { thread, comment };
}
