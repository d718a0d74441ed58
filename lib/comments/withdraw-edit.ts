import { db } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { canWithdraw } from "@/lib/threads/policy";
import { lockComment } from "./own-comment";

/** Takes back a change of one's own comment that waits for a moderator; what stands there stays. Done twice, it is done. */
export async function withdrawEdit(actor: Actor, commentId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const { thread, comment } = await lockComment(tx, commentId);
    insist(canWithdraw(actor, comment));
    if (!(await dropHeldEdit(tx, { commentId }))) return;
    const detail = { position: comment.position };
    await recordEvent(tx, { kind: "edit_withdrawn", actorId: actor.memberId, threadId: thread.id, detail }, []);
  });
}
