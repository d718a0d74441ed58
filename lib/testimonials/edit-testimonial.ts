import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { techniques, testimonials, threads } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { answerAskedEdit } from "@/lib/screening/answer-asked-edit";
import { askModerators } from "@/lib/screening/ask-moderators";
import { screenWords } from "@/lib/screening/screen-words";
import { editLimits } from "@/lib/threads/limits";
import { canEdit, freeEditHours } from "@/lib/threads/policy";
import { tagsOfQuotes } from "@/lib/threads/tags-of-quotes";
import { storedAnswers, textOf, wordsOf } from "./answers";
import { lockOwnTestimonial } from "./own-testimonial";
import type { Told } from "./schema";
import type { ToldThread } from "./tell-what-helped";

/**
 * Changes what one told. The technique stays: another one is another testimonial. Consents have a verb of their own. A
 * change that should be read first makes all of it wait: its answers belong together, and numbers are made of them.
 */
export async function editTestimonial(actor: Actor, input: Told & { thread: number }): Promise<ToldThread> {
  return db.transaction(async (tx) => {
    const { thread, answers, by } = await lockOwnTestimonial(tx, actor, input.thread);
    insist(canEdit(by, thread));
    await insistOnVoice(tx, actor);
    const [text, addedTo] = [textOf(input), textOf(answers)];
    const late = await isLate(tx, thread.id);
    const found = await screenWords(tx, actor, { text, addedTo, late, seen: input.seen });
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    const quotedBefore = await tagsOfQuotes(tx, thread.id);
    const [technique] = await tx.select().from(techniques).where(eq(techniques.id, answers.techniqueId));
    const shown = answers.shownAt !== null;
    const words = wordsOf(input, technique?.name ?? "", shown);
    const held = found.hold.length > 0;
    await tx
      .update(threads)
      .set({ ...words, audience: input.audience, editedAt: sql`now()`, ...(held ? { heldAt: sql`now()` } : {}) })
      .where(eq(threads.id, thread.id));
    await tx
      .update(testimonials)
      .set({ ...storedAnswers(input), interest: input.interest === "yes" || actor.role === "provider" })
      .where(eq(testimonials.threadId, thread.id));
    await dropDraft(tx, actor, input.draft);
    const verdict = await answerAskedEdit(tx, { threadId: thread.id }, thread.editAskedAt, found);
    await askModerators(tx, { threadId: thread.id, commentId: null }, verdict);
    const tags = [...tagsOfThread(thread), ...quotedBefore, ...(await tagsOfQuotes(tx, thread.id))];
    await recordEvent(tx, { kind: "testimonial_edited", actorId: by.memberId, threadId: thread.id }, tags);
    return { id: thread.id, kind: thread.kind, slug: words.slug, shown: shown && !held, held };
  });
}

async function isLate(tx: Transaction, threadId: number): Promise<boolean> {
  const [age] = await tx
    .select({ late: sql<boolean>`${threads.publishedAt} < now() - make_interval(hours => ${freeEditHours})` })
    .from(threads)
    .where(eq(threads.id, threadId));
  return age?.late ?? true;
}
