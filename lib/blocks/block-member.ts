import { and, asc, count, eq, inArray, or } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { blocks, follows, members } from "@/db/schema";
import { isBlocked } from "@/lib/members/queries";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { takeTurn } from "@/lib/platform/rate-limit";
import { mostBlocks, quietTurns } from "./limits";

/**
 * Keeps another member's words from somebody, and their gestures from the words of somebody. Neither follows the other
 * any more. Staff can be blocked, too: what they decide comes as a statement, which nothing keeps away.
 */
export async function blockMember({ memberId, paced }: Actor, other: number): Promise<void> {
  if (other === memberId) throw new Refusal("block_self");
  await db.transaction(async (tx) => {
    if (!(await lockBoth(tx, memberId, other))) throw new Refusal("not_found");
    if (await isBlocked(tx, memberId, other)) return;
    if (paced) await takeTurn(tx, [quietTurns(memberId)]);
    const [blocked] = await tx.select({ count: count() }).from(blocks).where(eq(blocks.blockerId, memberId));
    if (blocked && blocked.count >= mostBlocks) throw new Refusal("blocks_full", { most: mostBlocks });
    await tx.insert(blocks).values({ blockerId: memberId, blockedId: other });
    await tx.delete(follows).where(or(isFollow(memberId, other), isFollow(other, memberId)));
  });
}

/**
 * Blocks of one person count each other, and nobody follows while they are blocked: `follow` waits for these locks.
 * A persona has no account to block; blocking the member behind it must not lead to it either.
 */
async function lockBoth(tx: Transaction, memberId: number, other: number): Promise<boolean> {
  const rows = await tx
    .select({ id: members.id, kind: members.kind })
    .from(members)
    .where(inArray(members.id, [memberId, other]))
    .orderBy(asc(members.id))
    .for("no key update");
  return rows.some(({ id, kind }) => id === other && kind === "member");
}

const isFollow = (follower: number, followed: number) =>
  and(eq(follows.followerId, follower), eq(follows.memberId, followed));
