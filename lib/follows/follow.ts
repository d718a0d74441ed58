import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { members, techniques, threads } from "@/db/schema";
import { isBlocked } from "@/lib/members/queries";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { takeTurn } from "@/lib/platform/rate-limit";
import type { FollowLevel, Subject } from "./schema";
import { endMute, writeLevel } from "./subject";

/**
 * Follows a technique, a thread or a member, or watches it. Following twice is following once. What was muted is not any
 * more.
 */
export async function follow(
  actor: Actor,
  subject: Subject,
  level: Exclude<FollowLevel, "off"> = "follow",
): Promise<void> {
  if (subject.kind === "member" && subject.id === actor.memberId) throw new Refusal("follow_self");
  await db.transaction(async (tx) => {
    if (actor.paced) await takeTurn(tx, [{ key: `follow:${actor.memberId}`, max: 200, windowSeconds: 86_400 }]);
    if (!(await stillThere(tx, subject))) throw new Refusal("not_found");
    if (subject.kind === "member") await insistOnPeace(tx, actor.memberId, subject.id);
    await endMute(tx, actor, subject);
    await writeLevel(tx, actor, subject, level);
  });
}

/** A member may read every visible thread, so being visible is enough. */
async function stillThere(tx: Transaction, { kind, id }: Subject): Promise<boolean> {
  if (kind === "thread") {
    const [thread] = await tx.select({ visible: threads.visible }).from(threads).where(eq(threads.id, id));
    return thread?.visible ?? false;
  }
  if (kind === "technique") {
    const rows = await tx.select({ id: techniques.id }).from(techniques).where(eq(techniques.id, id));
    return rows.length > 0;
  }
  // Waits for a block that is under way, and keeps another from beginning.
  const rows = await tx.select({ id: members.id }).from(members).where(eq(members.id, id)).for("share");
  return rows.length > 0;
}

/** Nobody follows somebody whom they blocked, or who blocked them. */
async function insistOnPeace(tx: Transaction, memberId: number, other: number): Promise<void> {
  const blocked = (await isBlocked(tx, other, memberId)) || (await isBlocked(tx, memberId, other));
  if (blocked) throw new Refusal("blocked");
}
