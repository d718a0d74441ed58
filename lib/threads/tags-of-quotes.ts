import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { quotes } from "@/db/schema";
import { tags } from "@/lib/platform/tags";

/**
 * The articles that quote a testimonial now. The database shows a quote only while it may be read, so a write that
 * changes that asks before it, after it, or both.
 */
export async function tagsOfQuotes(tx: Transaction, testimonialId: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ articleId: quotes.articleId })
    .from(quotes)
    .where(eq(quotes.testimonialId, testimonialId));
  return rows.map(({ articleId }) => tags.thread(articleId));
}
