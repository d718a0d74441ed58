import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, threads } from "@/db/schema";
import type { DecisionKind } from "./schema";

type Applied = { kind: DecisionKind; threadId: number; commentId: number | null; by: number };

const now = sql<Date>`now()`;

const restrictions = {
  hide: (by: number) => ({ hiddenAt: now, hiddenBy: by }),
  remove: (by: number) => ({ removedAt: now, removedBy: by, hiddenAt: null, hiddenBy: null }),
  restore: () => ({ hiddenAt: null, hiddenBy: null, removedAt: null, removedBy: null }),
};

/** Does to the thing what was decided. The caller holds the locks of its rows. */
export async function applyDecision(tx: Transaction, { kind, threadId, commentId, by }: Applied): Promise<void> {
  if (kind === "dismiss") return;
  if (kind === "lock" || kind === "unlock") {
    const lock = kind === "lock" ? { lockedAt: now, lockedBy: by } : { lockedAt: null, lockedBy: null };
    await tx.update(threads).set(lock).where(eq(threads.id, threadId));
    return;
  }
  const change = restrictions[kind](by);
  if (commentId === null) {
    await tx
      .update(threads)
      .set({ ...change, heldAt: null })
      .where(eq(threads.id, threadId));
    return;
  }
  await tx.update(comments).set(change).where(eq(comments.id, commentId));
  await tx
    .update(threads)
    .set({ commentCount: sql`(SELECT count(*) FROM comments WHERE thread_id = ${threadId} AND visible)` })
    .where(eq(threads.id, threadId));
}
