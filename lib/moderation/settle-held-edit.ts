import type { Transaction } from "@/db/client";
import { letEditAppear as letCommentAppear } from "@/lib/comments/let-edit-appear";
import { letEditAppear as letPostAppear } from "@/lib/posts/let-edit-appear";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import type { LockedSubject } from "./locked-case";

/** Lets the edit that waits take effect, or drops it; nothing to do where none waits. The caller holds the locks. */
export async function settleHeldEdit(tx: Transaction, about: LockedSubject, how: "apply" | "drop"): Promise<void> {
  const { threadId, commentId } = about;
  if (!threadId) return;
  if (how === "drop") await dropHeldEdit(tx, commentId ? { commentId } : { threadId });
  else if (commentId) await letCommentAppear(tx, commentId);
  else await letPostAppear(tx, threadId);
}
