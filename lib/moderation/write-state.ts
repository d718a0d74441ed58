import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, members, threads } from "@/db/schema";
import type { LockedSubject } from "./locked-case";

type Moment = ReturnType<typeof sql<Date>> | Date;
type Change = { [Name in "hiddenAt" | "removedAt" | "heldAt"]?: Moment | null } & {
  hiddenBy?: number | null;
  removedBy?: number | null;
};

/** Changes the state of the words, or of the profile, and counts the thread's comments again. */
export async function changeWords(tx: Transaction, about: LockedSubject, change: Change): Promise<void> {
  const { thread, comment, author } = about;
  if (!thread) {
    const { hiddenAt = null, hiddenBy = null } = change;
    await tx.update(members).set({ bioHiddenAt: hiddenAt, bioHiddenBy: hiddenBy }).where(eq(members.id, author.id));
    return;
  }
  if (!comment) return changeThread(tx, thread.id, change);
  await tx.update(comments).set(change).where(eq(comments.id, comment.id));
  await countComments(tx, thread.id);
}

/** Counts again which comments of a thread can be read. */
export async function countComments(tx: Transaction, threadId: number): Promise<void> {
  await changeThread(tx, threadId, {
    commentCount: sql`(SELECT count(*) FROM comments WHERE thread_id = ${threadId} AND visible)`,
  });
}

type ThreadChange = Partial<Record<keyof typeof threads.$inferInsert, unknown>>;

export async function changeThread(tx: Transaction, threadId: number, change: ThreadChange): Promise<void> {
  await tx
    .update(threads)
    .set(change as Partial<typeof threads.$inferInsert>)
    .where(eq(threads.id, threadId));
}
