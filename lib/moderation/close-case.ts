import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cases, notices } from "@/db/schema";
import { addJob } from "@/lib/platform/queue";

/** Closes a case that was decided, and lets whoever sent a notice about it know. The caller holds its lock. */
export async function closeCase(tx: Transaction, caseId: number): Promise<void> {
  await tx
    .update(cases)
    .set({ closedAt: sql`now()`, version: sql`${cases.version} + 1`, claimedBy: null, claimedAt: null })
    .where(eq(cases.id, caseId));
  const unanswered = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.caseId, caseId), isNotNull(notices.email), isNull(notices.answeredAt)));
  for (const { id } of unanswered)
    await addJob(tx, "send_notice_answer", { noticeId: id }, { jobKey: `notice-answer:${id}` });
}
