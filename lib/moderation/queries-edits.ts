import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, heldEdits, posts, revisions, threads } from "@/db/schema";
import type { Audience } from "@/lib/serving/context";

/** What a text was until it was edited late. */
type EarlierWording = { id: number; title: string | null; bodyHtml: string; until: Date };

/** A text as it was typed. */
type Typed = { title: string | null; body: string };

/** An edit that waits for a moderator, beside what stands now. */
type WaitingEdit = { at: Date; before: Typed; after: Typed; audience: Audience | null };

export type Edits = { earlier: EarlierWording[]; waiting: WaitingEdit | null };

export const noEdits: Edits = { earlier: [], waiting: null };

type About = { threadId: number; commentId: number | null };

/** How the words of a thread or a comment have changed. Only for what its author has not taken back. */
export async function getEdits({ threadId, commentId }: About): Promise<Edits> {
  const [earlier, [waiting]] = await Promise.all([
    db
      .select({
        id: revisions.id,
        title: revisions.title,
        bodyHtml: revisions.bodyHtml,
        until: revisions.createdAt,
      })
      .from(revisions)
      .where(commentId ? eq(revisions.commentId, commentId) : eq(revisions.threadId, threadId))
      .orderBy(desc(revisions.createdAt))
      .limit(20),
    commentId ? waitingOnComment(commentId) : waitingOnThread(threadId),
  ]);
  return { earlier, waiting: waiting ?? null };
}

function waitingOnThread(threadId: number) {
  return db
    .select({
      at: heldEdits.createdAt,
      before: { title: threads.title, body: sql<string>`coalesce(${posts.body}, '')` },
      after: { title: sql<string>`coalesce(${heldEdits.title}, ${threads.title})`, body: heldEdits.body },
      // Said only where it would change.
      audience: sql<Audience | null>`nullif(${heldEdits.audience}, ${threads.audience})`,
    })
    .from(heldEdits)
    .innerJoin(threads, eq(threads.id, heldEdits.threadId))
    .leftJoin(posts, eq(posts.threadId, threads.id))
    .where(eq(heldEdits.threadId, threadId));
}

function waitingOnComment(commentId: number) {
  return db
    .select({
      at: heldEdits.createdAt,
      before: { title: sql<null>`NULL`, body: comments.body },
      after: { title: sql<null>`NULL`, body: heldEdits.body },
      audience: sql<null>`NULL`,
    })
    .from(heldEdits)
    .innerJoin(comments, eq(comments.id, heldEdits.commentId))
    .where(eq(heldEdits.commentId, commentId));
}
