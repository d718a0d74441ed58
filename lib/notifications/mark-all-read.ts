import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { announceHeard } from "@/lib/platform/heard";

/** Puts everything away that a member had before them. What came after it stays new. */
export async function markAllRead(actor: Actor, { upTo }: { upTo: number }): Promise<void> {
  const { memberId, eventId, readAt } = notifications;
  await db.transaction(async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(and(eq(memberId, actor.memberId), lte(eventId, upTo), isNull(readAt)));
    await announceHeard(tx, [actor.memberId]);
  });
}
