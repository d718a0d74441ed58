import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { canEditArticle } from "./policy";

/** The thread of an article, locked, for whoever may edit it. */
export async function lockQuotedIn(tx: Transaction, actor: Actor, articleId: number) {
  const [article] = await tx.select().from(threads).where(eq(threads.id, articleId)).for("update");
  if (!article || article.kind !== "article") throw new Refusal("not_found");
  insist(canEditArticle(actor, article));
  return article;
}
