import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { appeals } from "@/db/schema";
import { announceHeard } from "@/lib/platform/heard";
import { ownNames } from "@/lib/testimonials/own-names";

/** Notes that whoever objected has opened the answer. Opening the page is the act, so the query module calls it. */
export async function noteAnswerOpened(memberId: number, appealId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const names = await ownNames(tx, memberId);
    const opened = await tx
      .update(appeals)
      .set({ seenAt: sql`now()` })
      .where(
        and(
          eq(appeals.id, appealId),
          inArray(appeals.memberId, names),
          isNotNull(appeals.decidedAt),
          isNull(appeals.seenAt),
        ),
      )
      .returning({ id: appeals.id });
    if (opened.length > 0) await announceHeard(tx, [memberId]);
  });
}
