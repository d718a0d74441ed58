import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { canWithdraw } from "@/lib/threads/policy";

/** Takes back a change of one's own post that waits for a moderator; what stands there stays. Done twice, it is done. */
export async function withdrawEdit(actor: Actor, threadId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId)).for("update");
    if (!thread) throw new Refusal("not_found");
    insist(canWithdraw(actor, thread));
    if (!(await dropHeldEdit(tx, { threadId }))) return;
    await recordEvent(tx, { kind: "edit_withdrawn", actorId: actor.memberId, threadId }, []);
  });
}
