import type { Transaction } from "@/db/client";
import { consents } from "@/db/schema";
import { consents as words } from "./labels";
import type { Purpose } from "./schema";

/**
 * Writes into the ledger, with the words that stood on the screen. The database's rules do the rest.
 * @param at only for what happened earlier, as in the sample
 */
export async function recordConsents(
  tx: Transaction,
  threadId: number,
  purposes: readonly Purpose[],
  act: "given" | "withdrawn",
  at?: Date,
): Promise<void> {
  if (purposes.length === 0) return;
  await tx.insert(consents).values(purposes.map((purpose) => ({ threadId, purpose, act, at, ...words[purpose] })));
}
