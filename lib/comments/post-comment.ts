import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { comments, threads } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import { isStaff, type Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { insist } from "@/lib/platform/policy";
import { takeTurn, type RateRule } from "@/lib/platform/rate-limit";
import { tags, tagsOfThread } from "@/lib/platform/tags";
import type { Addressed } from "@/lib/platform/urls";
import { askModerators } from "@/lib/screening/ask-moderators";
import type { Findings } from "@/lib/screening/findings";
import { judgeWords } from "@/lib/screening/judge-words";
import { lookThrough } from "@/lib/screening/look-through";
import { commentLimits, sleepsAfterMonths, slowLimits } from "@/lib/threads/limits";
import { canComment } from "@/lib/threads/policy";

export type NewComment = {
  thread: number;
  replyTo: number | null;
  body: string;
  key: string;
  seen?: string;
  draft?: number;
};
/** `held`: its words are shown once a moderator has read them. */
export type Posted = { thread: Addressed; position: number; held: boolean };

/**
 * Writes a comment under a thread. Its position is given under the lock of the thread's row, so numbers have no gaps.
 * One that waits for a moderator takes its number and moves nothing else.
 */
export async function postComment(actor: Actor, input: NewComment): Promise<Posted> {
  const key = idempotencyKey(input.key, input.thread, input.body);
  // Rendering takes longest, so it happens before anything is locked.
  const bodyHtml = renderMarkdown(input.body);
  try {
    return await db.transaction(async (tx) => {
      const [found] = await Promise.all([lookThrough(tx, actor, { text: input.body }), insistOnVoice(tx, actor)]);
      return post(tx, actor, { ...input, bodyHtml, key, found });
    });
  } catch (error) {
    // The same form may have come before: this half of a double click was too fast, or a duplicate.
    const sent = key ? await alreadySent(actor, key) : null;
    if (!sent) throw error;
    await dropDraft(db, actor, input.draft);
    return sent;
  }
}

type Ready = Omit<NewComment, "key"> & { bodyHtml: string; key: string | null; found: Findings };

async function post(tx: Transaction, actor: Actor, input: Ready): Promise<Posted> {
  // Locks the thread's row and gives the comment its number; what is refused below takes it back.
  const [thread] = await tx
    .update(threads)
    .set({ lastPosition: sql`${threads.lastPosition} + 1` })
    .where(eq(threads.id, input.thread))
    .returning({
      ...getTableColumns(threads),
      sleeping: sql<boolean>`${threads.lastActivityAt} < now() - make_interval(months => ${sleepsAfterMonths})`,
    });
  if (!thread) throw new Refusal("not_found");
  insist(canComment(actor, thread));
  if (input.replyTo !== null && !(await isThere(tx, thread.id, input.replyTo))) {
    throw new Refusal("comment_unknown", {}, "replyTo");
  }
  const { sleeping, lastPosition: position } = thread;
  const verdict = judgeWords(actor, input.found, { sleeping, seen: input.seen });
  const held = verdict.hold.length > 0;
  const event = { kind: held ? "comment_held" : "comment_posted", actorId: actor.memberId, threadId: thread.id };
  // Sent together, so that the thread is locked for one round trip and not for four.
  const [, commentId] = await Promise.all([
    takeTurn(tx, limitsFor(actor, thread)),
    write(tx, actor, { ...input, position, held }),
    held ? [] : moveUp(tx, thread.id),
    held
      ? recordEvent(tx, { ...event, detail: { position } }, [tags.thread(thread.id)])
      : recordEvent(tx, { ...event, detail: { position } }, tagsOfThread(thread), { thread: thread.id, position }),
  ]);
  await dropDraft(tx, actor, input.draft);
  await askModerators(tx, { threadId: thread.id, commentId }, verdict);
  return { thread, position, held };
}

function limitsFor(actor: Actor, { id, slowedAt }: { id: number; slowedAt: Date | null }): RateRule[] {
  if (!actor.paced) return [];
  return slowedAt && !isStaff(actor) ? [...slowLimits(actor, id), ...commentLimits(actor)] : commentLimits(actor);
}

type Written = Ready & { position: number; held: boolean };

async function write(tx: Transaction, { memberId }: Actor, given: Written): Promise<number> {
  const [comment] = await tx
    .insert(comments)
    .values({
      threadId: given.thread,
      position: given.position,
      authorId: memberId,
      replyToPosition: given.replyTo,
      body: given.body,
      bodyHtml: given.bodyHtml,
      pipeline: pipelineVersion,
      idempotencyKey: given.key,
      heldAt: given.held ? sql`now()` : null,
    })
    .returning({ id: comments.id });
  if (!comment) throw new Error("the comment was not written");
  return comment.id;
}

/** Everybody can read one more, and the thread is the newest again. */
function moveUp(tx: Transaction, threadId: number) {
  return tx
    .update(threads)
    .set({ commentCount: sql`${threads.commentCount} + 1`, lastActivityAt: sql`now()` })
    .where(eq(threads.id, threadId));
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
    .select({
      thread: { id: threads.id, kind: threads.kind, slug: threads.slug },
      position: comments.position,
      held: sql<boolean>`${comments.heldAt} IS NOT NULL`,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(comments.authorId, actor.memberId), eq(comments.idempotencyKey, key)));
  return found ?? null;
}
