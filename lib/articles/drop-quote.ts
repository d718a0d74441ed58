import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { quotes } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { announcePurge } from "@/lib/platform/events";
import { tagsOfThread } from "@/lib/platform/tags";
import { lockQuotedIn } from "./locked-article";

/** Takes a quote out of an article. */
export async function dropQuote(actor: Actor, input: { article: number; quote: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const article = await lockQuotedIn(tx, actor, input.article);
    await tx.delete(quotes).where(and(eq(quotes.id, input.quote), eq(quotes.articleId, article.id)));
    await audit(tx, { actorId: actor.memberId, act: "quote_drop", subject: `article:${article.id}` });
    await announcePurge(tx, tagsOfThread(article));
  });
}
