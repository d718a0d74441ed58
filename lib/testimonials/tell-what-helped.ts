import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { techniques, testimonials, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { threadLimits } from "@/lib/threads/limits";
import { storedAnswers, wordsOf } from "./answers";
import { canTell } from "./policy";
import type { Told } from "./schema";

export type ToldThread = { id: number; kind: string; slug: string };

/** Tells what a technique did to oneself: one testimonial per member and technique. */
export async function tellWhatHelped(actor: Actor, input: Told & { technique: string }): Promise<ToldThread> {
  insist(canTell(actor));
  const key = idempotencyKey(input.key, input.technique, input.story, input.effect);
  try {
    return await db.transaction((tx) => tell(tx, actor, input, key));
  } catch (error) {
    // The other half of a double click may have come first, also where this half was too fast or a duplicate.
    const sent = key ? await alreadySent(db, actor, key) : null;
    if (sent) return sent;
    if (isDuplicate(error, "testimonials_one_per_technique")) throw new Refusal("one_per_technique", {}, "technique");
    throw error;
  }
}

async function tell(
  tx: Transaction,
  actor: Actor,
  input: Told & { technique: string },
  key: string | null,
): Promise<ToldThread> {
  const sent = key ? await alreadySent(tx, actor, key) : null;
  if (sent) return sent;
  const [technique] = await tx.select().from(techniques).where(eq(techniques.slug, input.technique));
  if (!technique) throw new Refusal("technique_unknown", {}, "technique");
  if (actor.paced) await takeTurn(tx, threadLimits(actor));
  const words = wordsOf(input, technique.name);
  const [thread] = await tx
    .insert(threads)
    .values({
      kind: "testimonial",
      audience: input.audience,
      techniqueId: technique.id,
      authorId: actor.memberId,
      title: words.title,
      slug: words.slug,
      excerpt: words.excerpt,
      idempotencyKey: key,
    })
    .returning();
  if (!thread) throw new Error("the thread was not made");
  await tx.insert(testimonials).values({
    threadId: thread.id,
    memberId: actor.memberId,
    techniqueId: technique.id,
    ...storedAnswers(input),
    shownConsentAt: sql`now()`,
    countedConsentAt: input.counted ? sql`now()` : null,
  });
  await recordEvent(
    tx,
    { kind: "testimonial_told", actorId: actor.memberId, threadId: thread.id },
    tagsOfThread(thread),
  );
  return thread;
}

async function alreadySent(
  connection: Pick<Transaction, "select">,
  actor: Actor,
  key: string,
): Promise<ToldThread | null> {
  const [thread] = await connection
    .select({ id: threads.id, kind: threads.kind, slug: threads.slug })
    .from(threads)
    .where(and(eq(threads.authorId, actor.memberId), eq(threads.idempotencyKey, key)));
  return thread ?? null;
}
