import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { reports } from "@/db/schema";

/** Notes that a reporter has seen what came of these reports. Opening the page is the act, so the query module calls it. */
export async function noteOutcomesSeen(memberId: number, reportIds: number[]): Promise<void> {
  if (reportIds.length === 0) return;
  await db
    .update(reports)
    .set({ outcomeSeenAt: sql`now()` })
    .where(sql`${reports.reporterId} = ${memberId} AND ${inArray(reports.id, reportIds)}`);
}
