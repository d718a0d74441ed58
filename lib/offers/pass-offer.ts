import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { offers } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";

/** Leaves an offered post to others. Nothing comes in its place, and it is not offered to this member again. */
export async function passOffer({ memberId }: Actor, thread: number): Promise<void> {
  await db
    .update(offers)
    .set({ passedAt: sql`now()` })
    .where(and(eq(offers.memberId, memberId), eq(offers.threadId, thread), isNull(offers.passedAt)));
}
