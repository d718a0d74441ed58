import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { techniques, threads, type TestimonialRow } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { tagsOfThread } from "@/lib/platform/tags";
import { wordsOf } from "./answers";
import { lockOwnTestimonial } from "./own-testimonial";
import { recordConsents } from "./record-consents";
import type { Purpose } from "./schema";
import { tagsOfQuotes } from "@/lib/threads/tags-of-quotes";

export type ConsentChange = { thread: number; purpose: Purpose; act: "given" | "withdrawn" };

/**
 * Gives or withdraws one consent, with its words and time in the ledger. What is shown no longer is quoted no longer;
 * where nothing is left that its author agreed to, the testimonial is withdrawn, because nothing of it may be kept.
 */
export async function changeConsent(actor: Actor, { thread: id, purpose, act }: ConsentChange): Promise<void> {
  await db.transaction(async (tx) => {
    const { thread, answers, by } = await lockOwnTestimonial(tx, actor, id);
    if (thread.withdrawnAt) throw new Refusal("not_found");
    const given = givenIn(answers);
    if (given[purpose] === (act === "given")) return;
    if (purpose === "quoted" && act === "given" && !given.shown) throw new Refusal("quoted_unshown");
    const tags = [...tagsOfThread(thread), ...(await tagsOfQuotes(tx, id))];
    const changed: Purpose[] =
      purpose === "shown" && act === "withdrawn" && given.quoted ? ["quoted", "shown"] : [purpose];
    await recordConsents(tx, id, changed, act);
    if (purpose === "shown") await renameAs(tx, answers, act === "given");
    if (act === "withdrawn" && !(purpose === "shown" ? given.counted : given.shown) && purpose !== "quoted") {
      await tx
        .update(threads)
        .set({ withdrawnAt: sql`now()` })
        .where(eq(threads.id, id));
    }
    const detail = { purpose };
    await recordEvent(tx, { kind: `consent_${act}`, actorId: by.memberId, threadId: id, detail }, tags);
  });
}

function givenIn(answers: TestimonialRow): Record<Purpose, boolean> {
  return { shown: answers.shownAt !== null, counted: answers.countedAt !== null, quoted: answers.quotedAt !== null };
}

/** A title and an extract say what was answered, so they go and come with the consent. */
async function renameAs(tx: Transaction, answers: TestimonialRow, shown: boolean): Promise<void> {
  const [technique] = await tx.select().from(techniques).where(eq(techniques.id, answers.techniqueId));
  const words = wordsOf(answers, technique?.name ?? "", shown);
  await tx.update(threads).set(words).where(eq(threads.id, answers.threadId));
}
