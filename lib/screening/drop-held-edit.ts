import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { heldEdits } from "@/db/schema";

/** A thread's own text, or one comment. */
export type Edited = { threadId: number; commentId?: null } | { threadId?: null; commentId: number };

/** Throws away the edit of a thing that waits, if there is one: withdrawn, refused, or followed by a newer one. */
export async function dropHeldEdit(tx: Transaction, { threadId, commentId }: Edited): Promise<boolean> {
  const ofThing = threadId ? eq(heldEdits.threadId, threadId) : eq(heldEdits.commentId, commentId ?? 0);
  const dropped = await tx.delete(heldEdits).where(ofThing).returning({ id: heldEdits.id });
  return dropped.length > 0;
}
