import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { follows, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Subject } from "./schema";
import { endMute, isSubject, writeLevel } from "./subject";

/**
 * Stops following, and muting, too. Always possible, also for what is gone. Of a thread it stays noted, so that writing under it does not
 * begin to follow it again.
 */
export async function unfollow(actor: Actor, subject: Subject): Promise<void> {
  await db.transaction(async (tx) => {
    const thread = subject.kind === "thread" ? eq(threads.id, subject.id) : undefined;
    const there = thread ? await tx.select({ id: threads.id }).from(threads).where(thread).for("key share") : [];
    await endMute(tx, actor, subject);
    if (there.length > 0) await writeLevel(tx, actor, subject, "off");
    else await tx.delete(follows).where(and(eq(follows.followerId, actor.memberId), isSubject(subject)));
  });
}
