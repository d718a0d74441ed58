import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { quotes } from "@/db/schema";
import { tags } from "@/lib/platform/tags";

/** The articles that quote a testimonial; asked before a consent goes, because the quotes go with it. */
export async function tagsOfQuotes(tx: Transaction, testimonialId: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ articleId: quotes.articleId })
    .from(quotes)
    .where(eq(quotes.testimonialId, testimonialId));
  return rows.map(({ articleId }) => tags.thread(articleId));
}
