import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { techniques, testimonials, threads } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { addJob, type Sign } from "@/lib/platform/queue";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { askModerators } from "@/lib/screening/ask-moderators";
import type { Verdict } from "@/lib/screening/judge-words";
import { screenWords } from "@/lib/screening/screen-words";
import { threadLimits } from "@/lib/threads/limits";
import { storedAnswers, textOf, wordsOf } from "./answers";
import { followUpDays } from "./limits";
import { makePersona } from "./make-persona";
import { recordConsents } from "./record-consents";
import { followUpTimes, purposes, type Naming, type Told } from "./schema";
import { openOwn, sealOf } from "./seal";
import { gatherSigns, suspicionsOf } from "./suspicion";

/** `held`: nobody sees it, and it does not count, until a moderator has read it. */
export type ToldThread = { id: number; kind: string; slug: string; shown: boolean; held: boolean };
type Telling = Told & { technique: string; naming: Naming };
type Sent = Telling & { network: string | null };

/**
 * Tells what a technique did to oneself: one testimonial per member and technique, under whichever name. A newcomer's
 * first one, and what looks like part of a campaign, waits for a moderator, who is told why.
 * @param network where it was sent from; null for jobs and seeds, which are never part of one
 */
export async function tellWhatHelped(actor: Actor, input: Telling, network: string | null = null): Promise<ToldThread> {
  const key = idempotencyKey(input.key, input.technique, input.story, input.effect);
  try {
    return await db.transaction((tx) => tell(tx, actor, { ...input, network }, key));
  } catch (error) {
    // The other half of a double click may have come first, also where this half was too fast or a duplicate.
    const sent = key ? await sentBefore(actor, key) : null;
    if (sent) {
      await dropDraft(db, actor, input.draft);
      return sent;
    }
    if (isDuplicate(error, "testimonials_one_per_technique")) throw new Refusal("one_per_technique", {}, "technique");
    throw error;
  }
}

async function tell(tx: Transaction, actor: Actor, input: Sent, key: string | null): Promise<ToldThread> {
  await openOwn(tx, actor.memberId);
  // Also when it was told before, and kept again because the answer did not come.
  await dropDraft(tx, actor, input.draft);
  const sent = key ? await alreadySent(tx, key) : null;
  if (sent) return sent;
  await insistOnVoice(tx, actor);
  const [technique] = await tx.select().from(techniques).where(eq(techniques.slug, input.technique));
  if (!technique) throw new Refusal("technique_unknown", {}, "technique");
  if (await toldBefore(tx, technique.id)) throw new Refusal("one_per_technique", {}, "technique");
  const first = actor.newcomer && (await isFirst(tx)) ? "testimonial" : null;
  const found = await screenWords(tx, actor, { text: textOf(input), first, seen: input.seen });
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
  const campaign = actor.paced ? await signsOfCampaign(tx, actor, { ...input, thread }) : [];
  const verdict: Verdict = { ...found, hold: [...found.hold, ...campaign] };
  const held = verdict.hold.length > 0;
  if (held) await hold(tx, thread.id);
  await askModerators(tx, { threadId: thread.id, commentId: null }, verdict);
  for (const after of followUpTimes) {
    const once = { jobKey: `follow-up:${thread.id}:${after}`, inDays: followUpDays[after] };
    await addJob(tx, "remind_of_follow_up", { threadId: thread.id, after }, once);
  }
  const event = { kind: held ? "testimonial_held" : "testimonial_told", actorId: authorId, threadId: thread.id };
  await recordEvent(tx, event, held ? [] : tagsOfThread(thread));
  return { id: thread.id, kind: thread.kind, slug: thread.slug, shown: shown && !held, held };
}

type New = Sent & { thread: { id: number; techniqueId: number | null } };

async function signsOfCampaign(tx: Transaction, { newcomer }: Actor, { thread, ...told }: New): Promise<Sign[]> {
  const about = { threadId: thread.id, techniqueId: Number(thread.techniqueId) };
  return suspicionsOf(await gatherSigns(tx, { ...told, ...about, newcomer, text: textOf(told) }));
}

/** In the transaction that made it, so that nobody ever sees it. */
async function hold(tx: Transaction, threadId: number): Promise<void> {
  await tx
    .update(threads)
    .set({ heldAt: sql`now()` })
    .where(eq(threads.id, threadId));
}

/** Nothing that they told, under whichever name, stands or counts yet. Their own rows are open in this transaction. */
async function isFirst(tx: Transaction): Promise<boolean> {
  const standing = await tx
    .select({ id: testimonials.threadId })
    .from(testimonials)
    .where(eq(testimonials.standing, true))
    .limit(1);
  return standing.length === 0;
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
      held: sql<boolean>`${threads.heldAt} IS NOT NULL`,
    })
    .from(testimonials)
    .innerJoin(threads, eq(threads.id, testimonials.threadId))
    .where(eq(threads.idempotencyKey, key));
  return thread ?? null;
}
