import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { redactions, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { tagsOfThread } from "@/lib/platform/tags";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { canWithdraw } from "./policy";
import { tagsOfQuotes } from "./tags-of-quotes";

/**
 * Takes one's own thread back. It is gone from every page at once, and its words are erased by the nightly job; a change
 * that waits and what moderators took out of it at once.
 */
export async function withdrawThread(actor: Actor, threadId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId)).for("update");
    if (!thread) throw new Refusal("not_found");
    insist(canWithdraw(actor, thread));
    const tags = [...tagsOfThread(thread), ...(await tagsOfQuotes(tx, threadId))];
    await tx
      .update(threads)
      .set({ withdrawnAt: sql`now()` })
      .where(eq(threads.id, threadId));
    await dropHeldEdit(tx, { threadId });
    await tx.delete(redactions).where(eq(redactions.threadId, threadId));
    await recordEvent(tx, { kind: "thread_withdrawn", actorId: actor.memberId, threadId }, tags);
  });
}
