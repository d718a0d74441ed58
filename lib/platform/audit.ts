import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditHead, auditLog } from "@/db/schema";
import { macOf, macOfLinesBefore } from "./audit-chain";

type Entry = { actorId: number; act: string; subject: string; detail?: Record<string, string | number | null> };

/**
 * Writes an act of staff into the append-only log, in the transaction of the act. Codes and ids only.
 *
 * Each line carries a code over itself and the code of the line before, made with a key from AUTH_SECRET. So
 * `verifyAudit` detects a line that was changed, taken out, put in or moved by somebody who has the database and not the
 * secret. It does not detect what somebody with both did, nor a database that was put back as a whole to an earlier
 * state: for that the number and the code of the last line are noted elsewhere from time to time. A row's `id` counts
 * only for its order.
 *
 * Whoever writes waits here for the one before, until their transaction ends: call it last. Needs READ COMMITTED, where
 * the statement that waited reads the end that the other one left.
 */
export async function audit(tx: Transaction, { detail = {}, ...entry }: Entry): Promise<void> {
  const [head] = await tx
    .select({
      seq: auditHead.seq,
      mac: auditHead.mac,
      now: sql<Date>`now()::timestamptz(3)`.mapWith(auditLog.createdAt),
    })
    .from(auditHead)
    .for("update");
  if (!head) throw new Error("the end of the log is gone");
  const line = { ...entry, detail, seq: head.seq + 1, createdAt: head.now };
  const previous = head.seq === 0 ? await macOfLinesBefore(tx) : head.mac;
  // A trigger moves the end of the log with it.
  await tx.insert(auditLog).values({ ...line, mac: macOf(line, previous) });
}
