import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { statements } from "@/db/schema";
import { announceHeard } from "@/lib/platform/heard";
import { ownNames } from "@/lib/testimonials/own-names";

/** Notes that a member has opened a statement. Opening the page is the act, so the query module calls it. */
export async function noteStatementOpened(memberId: number, statementId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const names = await ownNames(tx, memberId);
    const opened = await tx
      .update(statements)
      .set({ seenAt: sql`now()` })
      .where(and(eq(statements.id, statementId), inArray(statements.memberId, names), isNull(statements.seenAt)))
      .returning({ id: statements.id });
    if (opened.length > 0) await announceHeard(tx, [memberId]);
  });
}
