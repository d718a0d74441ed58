import { and, eq, ne, sql } from "drizzle-orm";
import { db, type Connection, type Transaction } from "@/db/client";
import { posts, techniques, threads } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { slugOf, type Addressed } from "@/lib/platform/urls";
import { askModerators } from "@/lib/screening/ask-moderators";
import { screenWords } from "@/lib/screening/screen-words";
import { threadLimits } from "@/lib/threads/limits";
import type { PostWords } from "./schema";

type NewPost = PostWords & { technique: string };
/** `held`: nobody sees it until a moderator has read it. */
type Started = Addressed & { held: boolean };

/** Starts a thread. Sending the same form twice starts one. */
export async function startPost(actor: Actor, input: NewPost): Promise<Started> {
  const key = idempotencyKey(input.key, input.title, input.body);
  try {
    return await db.transaction((tx) => start(tx, actor, input, key));
  } catch (error) {
    // The other half of a double click may have come first, also where this half was too fast or a duplicate.
    const sent = key ? await alreadySent(db, actor, key) : null;
    if (!sent) throw error;
    await dropDraft(db, actor, input.draft);
    return sent;
  }
}

async function start(tx: Transaction, actor: Actor, input: NewPost, key: string | null): Promise<Started> {
  // Also when it was posted before, and kept again because the answer did not come.
  await dropDraft(tx, actor, input.draft);
  const sent = key ? await alreadySent(tx, actor, key) : null;
  if (sent) return sent;
  await insistOnVoice(tx, actor);
  const [technique] = await tx
    .select({ id: techniques.id })
    .from(techniques)
    .where(eq(techniques.slug, input.technique));
  if (!technique) throw new Refusal("technique_unknown", {}, "technique");
  const verdict = await screenWords(tx, actor, {
    text: `${input.title}\n\n${input.body}`,
    first: actor.newcomer && (await isFirst(tx, actor)) ? "thread" : null,
    seen: input.seen,
  });
  if (actor.paced) await takeTurn(tx, threadLimits(actor));
  const held = verdict.hold.length > 0;
  const [thread] = await tx
    .insert(threads)
    .values({
      kind: input.kind,
      audience: input.audience,
      techniqueId: technique.id,
      authorId: actor.memberId,
      title: input.title,
      slug: slugOf(input.title),
      excerpt: excerptOf(input.body),
      idempotencyKey: key,
      heldAt: held ? sql`now()` : null,
    })
    .returning();
  if (!thread) throw new Error("the thread was not made");
  await tx
    .insert(posts)
    .values({ threadId: thread.id, body: input.body, bodyHtml: renderMarkdown(input.body), pipeline: pipelineVersion });
  await askModerators(tx, { threadId: thread.id, commentId: null }, verdict);
  const kind = held ? "post_held" : "post_started";
  await recordEvent(tx, { kind, actorId: actor.memberId, threadId: thread.id }, held ? [] : tagsOfThread(thread));
  return { ...thread, held };
}

/** Nothing of theirs but testimonials has been seen yet. What waits beside it changes nothing: it is read together. */
async function isFirst(tx: Transaction, { memberId }: Actor): Promise<boolean> {
  const seen = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.authorId, memberId), ne(threads.kind, "testimonial"), threads.visible))
    .limit(1);
  return seen.length === 0;
}

async function alreadySent(connection: Connection, actor: Actor, key: string): Promise<Started | null> {
  const [thread] = await connection
    .select({
      id: threads.id,
      kind: threads.kind,
      slug: threads.slug,
      held: sql<boolean>`${threads.heldAt} IS NOT NULL`,
    })
    .from(threads)
    .where(and(eq(threads.authorId, actor.memberId), eq(threads.idempotencyKey, key)));
  return thread ?? null;
}
