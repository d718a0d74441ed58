import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { comments, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import type { Addressed } from "@/lib/platform/urls";
import { commentLimits } from "@/lib/threads/limits";
import { canComment } from "@/lib/threads/policy";

export type NewComment = { thread: number; replyTo: number | null; body: string; key: string };
export type Posted = { thread: Addressed; position: number };

/** Writes a comment under a thread. Its position is given under the lock of the thread's row, so numbers have no gaps. */
export async function postComment(actor: Actor, input: NewComment): Promise<Posted> {
  const key = idempotencyKey(input.key, input.thread, input.body);
  // Rendering takes longest, so it happens before anything is locked.
  const bodyHtml = renderMarkdown(input.body);
  try {
    return await db.transaction((tx) => post(tx, actor, { ...input, bodyHtml, key }));
  } catch (error) {
    // The same form may have come before: this half of a double click was too fast, or a duplicate.
    const sent = key ? await alreadySent(actor, key) : null;
    if (sent) return sent;
    throw error;
  }
}

type Ready = Omit<NewComment, "key"> & { bodyHtml: string; key: string | null };

async function post(tx: Transaction, actor: Actor, input: Ready): Promise<Posted> {
  // Locks the thread's row and gives the comment its number; what is refused below takes it back.
  const [thread] = await tx
    .update(threads)
    .set({
      lastPosition: sql`${threads.lastPosition} + 1`,
      commentCount: sql`${threads.commentCount} + 1`,
      lastActivityAt: sql`now()`,
    })
    .where(eq(threads.id, input.thread))
    .returning();
  if (!thread) throw new Refusal("not_found");
  insist(canComment(actor, thread));
  if (input.replyTo !== null && !(await isThere(tx, thread.id, input.replyTo))) {
    throw new Refusal("comment_unknown", {}, "replyTo");
  }
  const position = thread.lastPosition;
  // Sent together, so that the thread is locked for one round trip and not for three.
  await Promise.all([
    takeTurn(tx, actor.paced ? commentLimits(actor) : []),
    tx.insert(comments).values({
      threadId: thread.id,
      position,
      authorId: actor.memberId,
      replyToPosition: input.replyTo,
      body: input.body,
      bodyHtml: input.bodyHtml,
      pipeline: pipelineVersion,
      idempotencyKey: input.key,
    }),
    recordEvent(
      tx,
      { kind: "comment_posted", actorId: actor.memberId, threadId: thread.id, detail: { position } },
      tagsOfThread(thread),
      { thread: thread.id, position },
    ),
  ]);
  return { thread, position };
}

async function isThere(tx: Transaction, threadId: number, position: number): Promise<boolean> {
  const [comment] = await tx
    .select({ visible: comments.visible })
    .from(comments)
    .where(and(eq(comments.threadId, threadId), eq(comments.position, position)));
  return comment?.visible ?? false;
}

async function alreadySent(actor: Actor, key: string): Promise<Posted | null> {
  const [found] = await db
    .select({ id: threads.id, kind: threads.kind, slug: threads.slug, position: comments.position })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(comments.authorId, actor.memberId), eq(comments.idempotencyKey, key)));
  return found ? { thread: found, position: found.position } : null;
}
