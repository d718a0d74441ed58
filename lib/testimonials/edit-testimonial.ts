import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { techniques, testimonials, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { editLimits } from "@/lib/threads/limits";
import { canEdit } from "@/lib/threads/policy";
import { storedAnswers, wordsOf } from "./answers";
import type { Told } from "./schema";
import type { ToldThread } from "./tell-what-helped";

/** Changes what one told. The technique stays: another one is another testimonial. */
export async function editTestimonial(actor: Actor, input: Told & { thread: number }): Promise<ToldThread> {
  return db.transaction(async (tx) => {
    const [thread] = await tx.select().from(threads).where(eq(threads.id, input.thread)).for("update");
    if (!thread || thread.kind !== "testimonial" || !thread.techniqueId) throw new Refusal("not_found");
    insist(canEdit(actor, thread));
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    const [technique] = await tx.select().from(techniques).where(eq(techniques.id, thread.techniqueId));
    const words = wordsOf(input, technique?.name ?? "");
    await tx
      .update(threads)
      .set({ ...words, audience: input.audience, editedAt: sql`now()` })
      .where(eq(threads.id, thread.id));
    const counted = input.counted ? sql`coalesce(counted_consent_at, now())` : null;
    await tx
      .update(testimonials)
      .set({ ...storedAnswers(input), countedConsentAt: counted })
      .where(eq(testimonials.threadId, thread.id));
    await recordEvent(
      tx,
      { kind: "testimonial_edited", actorId: actor.memberId, threadId: thread.id },
      tagsOfThread(thread),
    );
    return { id: thread.id, kind: thread.kind, slug: words.slug };
  });
}
