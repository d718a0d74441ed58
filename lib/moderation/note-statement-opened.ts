import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { statements } from "@/db/schema";

/** Notes that a member has opened a statement. Opening the page is the act, so the query module calls it. */
export async function noteStatementOpened(memberId: number, statementId: number): Promise<void> {
  await db
    .update(statements)
    .set({ seenAt: sql`now()` })
    .where(and(eq(statements.id, statementId), eq(statements.memberId, memberId), isNull(statements.seenAt)));
}
