import type { Transaction } from "@/db/client";
import { tags, tagsOfThread } from "@/lib/platform/tags";
import { tagsOfQuotes } from "@/lib/threads/tags-of-quotes";
import type { LockedSubject } from "./locked-case";

/** Every page that shows what a case is about, and the one that counts decisions. */
export async function tagsOfSubject(tx: Transaction, { thread, author }: LockedSubject): Promise<string[]> {
  if (!thread) return [tags.member(author.id), tags.transparency];
  return [...tagsOfThread(thread), ...(await tagsOfQuotes(tx, thread.id)), tags.transparency];
}
