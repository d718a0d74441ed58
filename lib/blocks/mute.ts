import { and, count, eq, isNotNull, or } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { follows, members, mutes, techniques, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { takeTurn } from "@/lib/platform/rate-limit";
import { mostMutedThings, mostMutedWords, quietTurns } from "./limits";
import { asKept, isMuted, mutedColumns } from "./muted";
import type { Mutable } from "./schema";

/**
 * Keeps a technique, a thread, another member's words or texts with a word out of somebody's sight. Muting twice is
 * muting once. What is muted is not followed at the same time.
 */
export async function mute({ memberId, paced }: Actor, given: Mutable): Promise<void> {
  const thing = asKept(given);
  if (thing.kind === "member" && thing.id === memberId) throw new Refusal("mute_self");
  await db.transaction(async (tx) => {
    // Mutes of one person count each other.
    await tx.select({ id: members.id }).from(members).where(eq(members.id, memberId)).for("no key update");
    if (!(await isThere(tx, thing))) throw new Refusal("not_found");
    const [muted] = await tx
      .select({ id: mutes.id })
      .from(mutes)
      .where(and(eq(mutes.memberId, memberId), isMuted(thing)));
    if (thing.kind !== "word") await switchOff(tx, memberId, thing);
    if (muted) return;
    if (paced) await takeTurn(tx, [quietTurns(memberId)]);
    await insistOnRoom(tx, memberId, thing);
    await tx.insert(mutes).values({ memberId, ...mutedColumns(thing) });
  });
}

async function insistOnRoom(tx: Transaction, memberId: number, { kind }: Mutable): Promise<void> {
  const mine = (column: PgColumn) => and(eq(mutes.memberId, memberId), isNotNull(column));
  const [code, most, alike] =
    kind === "word"
      ? ["words_full", mostMutedWords, mine(mutes.word)]
      : ["things_full", mostMutedThings, or(...[mutes.techniqueId, mutes.threadId, mutes.mutedMemberId].map(mine))];
  const [muted] = await tx.select({ count: count() }).from(mutes).where(alike);
  if (muted && muted.count >= most) throw new Refusal(code, { most });
}

async function switchOff(tx: Transaction, memberId: number, { kind, id }: Exclude<Mutable, { kind: "word" }>) {
  const subject = { technique: follows.techniqueId, thread: follows.threadId, member: follows.memberId }[kind];
  await tx
    .update(follows)
    .set({ level: "off" })
    .where(and(eq(follows.followerId, memberId), eq(subject, id)));
}

/**
 * A member may read every visible thread, so being visible is enough. A persona cannot be muted, nor is it with the member
 * behind it: either would lead from one to the other.
 */
async function isThere(tx: Transaction, thing: Mutable): Promise<boolean> {
  if (thing.kind === "word") return true;
  if (thing.kind === "thread") {
    const [thread] = await tx.select({ visible: threads.visible }).from(threads).where(eq(threads.id, thing.id));
    return thread?.visible ?? false;
  }
  if (thing.kind === "member") {
    const [member] = await tx.select({ kind: members.kind }).from(members).where(eq(members.id, thing.id));
    return member?.kind === "member";
  }
  const rows = await tx.select({ id: techniques.id }).from(techniques).where(eq(techniques.id, thing.id));
  return rows.length > 0;
}
