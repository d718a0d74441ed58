import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { techniques, testimonials, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { addJob } from "@/lib/platform/queue";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { threadLimits } from "@/lib/threads/limits";
import { storedAnswers, wordsOf } from "./answers";
import { followUpDays } from "./limits";
import { makePersona } from "./make-persona";
import { recordConsents } from "./record-consents";
import { followUpTimes, purposes, type Naming, type Told } from "./schema";
import { openOwn, sealOf } from "./seal";
import { gatherSigns, suspicionsOf } from "./suspicion";

export type ToldThread = { id: number; kind: string; slug: string; shown: boolean };
type Telling = Told & { technique: string; naming: Naming };
type Sent = Telling & { network: string | null };

/**
 * Tells what a technique did to oneself: one testimonial per member and technique, under whichever name. What looks
 * like part of a campaign waits for a moderator, who is told why.
 * @param network where it was sent from; null for jobs and seeds, which are never part of one
 */
export async function tellWhatHelped(actor: Actor, input: Telling, network: string | null = null): Promise<ToldThread> {
  const key = idempotencyKey(input.key, input.technique, input.story, input.effect);
  try {
    return await db.transaction((tx) => tell(tx, actor, { ...input, network }, key));
  } catch (error) {
    // The other half of a double click may have come first, also where this half was too fast or a duplicate.
    const sent = key ? await sentBefore(actor, key) : null;
    if (sent) return sent;
    if (isDuplicate(error, "testimonials_one_per_technique")) throw new Refusal("one_per_technique", {}, "technique");
    throw error;
  }
}

async function tell(tx: Transaction, actor: Actor, input: Sent, key: string | null): Promise<ToldThread> {
  await openOwn(tx, actor.memberId);
  const sent = key ? await alreadySent(tx, key) : null;
  if (sent) return sent;
  const [technique] = await tx.select().from(techniques).where(eq(techniques.slug, input.technique));
  if (!technique) throw new Refusal("technique_unknown", {}, "technique");
  if (await toldBefore(tx, technique.id)) throw new Refusal("one_per_technique", {}, "technique");
  if (actor.paced) await takeTurn(tx, threadLimits(actor));
  const shown = input.shown === "yes";
  const authorId = input.naming === "once" ? await makePersona(tx, actor.memberId) : actor.memberId;
  const [thread] = await tx
    .insert(threads)
    .values({
      ...wordsOf(input, technique.name, shown),
      kind: "testimonial",
      audience: input.audience,
      techniqueId: technique.id,
      authorId,
      idempotencyKey: key,
    })
    .returning();
  if (!thread) throw new Error("the thread was not made");
  await tx.insert(testimonials).values({
    threadId: thread.id,
    seal: sealOf(actor.memberId, technique.id),
    techniqueId: technique.id,
    ...storedAnswers(input),
    interest: input.interest === "yes" || actor.role === "provider",
  });
  const agreed = purposes.filter((purpose) => input[purpose] === "yes");
  await recordConsents(tx, thread.id, agreed, "given");
  const held =
    actor.paced && (await holdIfSuspicious(tx, actor, { ...input, threadId: thread.id, techniqueId: technique.id }));
  for (const after of followUpTimes) {
    const once = { jobKey: `follow-up:${thread.id}:${after}`, inDays: followUpDays[after] };
    await addJob(tx, "remind_of_follow_up", { threadId: thread.id, after }, once);
  }
  await recordEvent(tx, { kind: "testimonial_told", actorId: authorId, threadId: thread.id }, tagsOfThread(thread));
  return { id: thread.id, kind: thread.kind, slug: thread.slug, shown: shown && !held };
}

type New = Sent & { threadId: number; techniqueId: number };

/** Holds it before anybody sees it, in the transaction that made it; the case is opened by a job. */
async function holdIfSuspicious(tx: Transaction, { newcomer }: Actor, told: New): Promise<boolean> {
  const text = [told.title, told.story, told.tip, told.unwantedText].join("\n");
  const signs = suspicionsOf(await gatherSigns(tx, { ...told, newcomer, text }));
  if (signs.length === 0) return false;
  await tx
    .update(threads)
    .set({ heldAt: sql`now()` })
    .where(eq(threads.id, told.threadId));
  await addJob(tx, "open_case", { threadId: told.threadId, commentId: null, reason: "promotion", signs });
  return true;
}

async function toldBefore(tx: Transaction, techniqueId: number): Promise<boolean> {
  const found = await tx
    .select({ id: testimonials.threadId })
    .from(testimonials)
    .where(and(eq(testimonials.techniqueId, techniqueId), sql`withdrawn_at IS NULL`));
  return found.length > 0;
}

function sentBefore(actor: Actor, key: string): Promise<ToldThread | null> {
  return db.transaction(async (tx) => {
    await openOwn(tx, actor.memberId);
    return alreadySent(tx, key);
  });
}

/** What the same form has made already. One's own rows tell, because a persona's thread has another author. */
async function alreadySent(tx: Transaction, key: string): Promise<ToldThread | null> {
  const [thread] = await tx
    .select({
      id: threads.id,
      kind: threads.kind,
      slug: threads.slug,
      shown: threads.visible,
    })
    .from(testimonials)
    .innerJoin(threads, eq(threads.id, testimonials.threadId))
    .where(eq(threads.idempotencyKey, key));
  return thread ?? null;
}
