import { and, eq } from "drizzle-orm";
import { db, type Connection, type Transaction } from "@/db/client";
import { posts, techniques, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { slugOf, type Addressed } from "@/lib/platform/urls";
import { threadLimits } from "@/lib/threads/limits";
import type { PostWords } from "./schema";

type NewPost = PostWords & { technique: string };

/** Starts a thread. Sending the same form twice starts one. */
export async function startPost(actor: Actor, input: NewPost): Promise<Addressed> {
  const key = idempotencyKey(input.key, input.title, input.body);
  try {
    return await db.transaction((tx) => start(tx, actor, input, key));
  } catch (error) {
    // The other half of a double click may have come first, also where this half was too fast or a duplicate.
    const sent = key ? await alreadySent(db, actor, key) : null;
    if (sent) return sent;
    throw error;
  }
}

async function start(tx: Transaction, actor: Actor, input: NewPost, key: string | null): Promise<Addressed> {
  const sent = key ? await alreadySent(tx, actor, key) : null;
  if (sent) return sent;
  const [technique] = await tx
    .select({ id: techniques.id })
    .from(techniques)
    .where(eq(techniques.slug, input.technique));
  if (!technique) throw new Refusal("technique_unknown", {}, "technique");
  if (actor.paced) await takeTurn(tx, threadLimits(actor));
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
    })
    .returning();
  if (!thread) throw new Error("the thread was not made");
  await tx
    .insert(posts)
    .values({ threadId: thread.id, body: input.body, bodyHtml: renderMarkdown(input.body), pipeline: pipelineVersion });
  await recordEvent(tx, { kind: "post_started", actorId: actor.memberId, threadId: thread.id }, tagsOfThread(thread));
  return thread;
}

async function alreadySent(connection: Connection, actor: Actor, key: string): Promise<Addressed | null> {
  const [thread] = await connection
    .select({ id: threads.id, kind: threads.kind, slug: threads.slug })
    .from(threads)
    .where(and(eq(threads.authorId, actor.memberId), eq(threads.idempotencyKey, key)));
  return thread ?? null;
}
