import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, threads } from "@/db/schema";
import type { Edited } from "./drop-held-edit";
import type { Verdict } from "./judge-words";

/** What moderators had asked its author to change has been changed: they are told, and it is asked no longer. */
export async function answerAskedEdit(
  tx: Transaction,
  { threadId, commentId }: Edited,
  askedAt: Date | null,
  verdict: Verdict,
): Promise<Verdict> {
  if (!askedAt) return verdict;
  const asked = { editAskedAt: null };
  if (threadId) await tx.update(threads).set(asked).where(eq(threads.id, threadId));
  if (commentId) await tx.update(comments).set(asked).where(eq(comments.id, commentId));
  return { ...verdict, flag: [...verdict.flag, { code: "edited_as_asked", n: 1 }] };
}
