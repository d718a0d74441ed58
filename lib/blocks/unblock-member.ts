import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { blocks } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";

/** Takes a block back. Who followed whom before does not come back with it. */
export async function unblockMember({ memberId }: Actor, other: number): Promise<void> {
  await db.delete(blocks).where(and(eq(blocks.blockerId, memberId), eq(blocks.blockedId, other)));
}
