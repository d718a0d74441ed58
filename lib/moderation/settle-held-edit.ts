import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { heldEdits } from "@/db/schema";
import type { LockedSubject } from "./locked-case";

/** Lets the edit that waits take effect, or drops it; nothing to do where none waits. The caller holds the locks. */
export async function settleHeldEdit(tx: Transaction, about: LockedSubject, how: "apply" | "drop"): Promise<void> {
  const { threadId, commentId } = about;
  if (!threadId) return;
  const mine = commentId ? eq(heldEdits.commentId, commentId) : eq(heldEdits.threadId, threadId);
  if (how === "drop") await tx.delete(heldEdits).where(mine);
}
