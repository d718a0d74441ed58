import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cases } from "@/db/schema";

/** Closes a case that was decided. The caller holds its lock. */
export async function closeCase(tx: Transaction, caseId: number): Promise<void> {
  await tx
    .update(cases)
    .set({ closedAt: sql`now()`, version: sql`${cases.version} + 1`, claimedBy: null, claimedAt: null })
    .where(eq(cases.id, caseId));
}
