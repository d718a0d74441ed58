import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { insist } from "@/lib/platform/policy";
import { canSpeak, type Restriction } from "./policy";

/** Refuses whoever may not write here for now. Asked inside the write's transaction, so that a decision holds at once. */
export async function insistOnVoice(tx: Transaction, { memberId }: Actor): Promise<void> {
  const rows = await tx.execute<{ kind: Restriction }>(sql`
    SELECT kind FROM restrictions WHERE member_id = ${memberId} AND kind IN ('silence', 'suspend', 'ban')
      AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > now())`);
  insist(canSpeak(rows.map(({ kind }) => kind)));
}
