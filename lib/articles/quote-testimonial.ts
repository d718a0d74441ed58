import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { quotable, quotes } from "@/db/schema";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { tagsOfThread } from "@/lib/platform/tags";
import { lockQuotedIn } from "./locked-article";
import { standsIn } from "./passage";

export type NewQuote = { article: number; testimonial: number; passage: string; replaces?: number };

/**
 * Quotes words of a testimonial in an article, as they stand there now, or approves other words for a quote that is
 * there. The database gives a testimonial only with the consent for this.
 */
export async function quoteTestimonial(actor: Actor, input: NewQuote): Promise<void> {
  await db.transaction(async (tx) => {
    const article = await lockQuotedIn(tx, actor, input.article);
    await insistOnVoice(tx, actor);
    const [told] = await tx.select().from(quotable).where(eq(quotable.threadId, input.testimonial));
    if (!told) throw new Refusal("not_quotable", {}, "testimonial");
    if (!standsIn(input.passage, told)) throw new Refusal("passage_unknown", {}, "passage");
    const approved = { passage: input.passage, approvedBy: actor.memberId, approvedAt: sql`now()` };
    if (input.replaces) {
      await tx
        .update(quotes)
        .set(approved)
        .where(sql`${quotes.id} = ${input.replaces} AND ${quotes.articleId} = ${article.id}`);
    } else {
      await tx.insert(quotes).values({ ...approved, articleId: article.id, testimonialId: input.testimonial });
    }
    await audit(tx, { actorId: actor.memberId, act: "quote_approve", subject: `article:${article.id}` });
    const event = { kind: "testimonial_quoted", actorId: actor.memberId, threadId: input.testimonial };
    await recordEvent(tx, { ...event, detail: { articleId: article.id } }, tagsOfThread(article));
  });
}
