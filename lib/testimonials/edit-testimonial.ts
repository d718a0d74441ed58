import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { techniques, testimonials, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { editLimits } from "@/lib/threads/limits";
import { canEdit } from "@/lib/threads/policy";
import { storedAnswers, wordsOf } from "./answers";
import { lockOwnTestimonial } from "./own-testimonial";
import type { Told } from "./schema";
import { tagsOfQuotes } from "@/lib/threads/tags-of-quotes";
import type { ToldThread } from "./tell-what-helped";

/** Changes what one told. The technique stays: another one is another testimonial. Consents have a verb of their own. */
export async function editTestimonial(actor: Actor, input: Told & { thread: number }): Promise<ToldThread> {
  return db.transaction(async (tx) => {
    const { thread, answers, by } = await lockOwnTestimonial(tx, actor, input.thread);
    insist(canEdit(by, thread));
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    const quotedBefore = await tagsOfQuotes(tx, thread.id);
    const [technique] = await tx.select().from(techniques).where(eq(techniques.id, answers.techniqueId));
    const shown = answers.shownAt !== null;
    const words = wordsOf(input, technique?.name ?? "", shown);
    await tx
      .update(threads)
      .set({ ...words, audience: input.audience, editedAt: sql`now()` })
      .where(eq(threads.id, thread.id));
    await tx
      .update(testimonials)
      .set({ ...storedAnswers(input), interest: input.interest === "yes" || actor.role === "provider" })
      .where(eq(testimonials.threadId, thread.id));
    const tags = [...tagsOfThread(thread), ...quotedBefore, ...(await tagsOfQuotes(tx, thread.id))];
    await recordEvent(tx, { kind: "testimonial_edited", actorId: by.memberId, threadId: thread.id }, tags);
    return { id: thread.id, kind: thread.kind, slug: words.slug, shown };
  });
}
