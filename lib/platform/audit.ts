import type { Transaction } from "@/db/client";
import { auditLog } from "@/db/schema";

/** Writes an act of staff into the append-only log, in the transaction of the act. Codes and ids only. */
export async function audit(
  tx: Transaction,
  entry: { actorId: number; act: string; subject: string; detail?: Record<string, string | number | null> },
): Promise<void> {
  await tx.insert(auditLog).values({ detail: {}, ...entry });
}
