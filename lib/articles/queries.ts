import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, articleStudies, studies } from "@/db/schema";
import type { Study } from "@/lib/techniques/queries";

export type Article = { bodyHtml: string; reviewer: string; reviewedOn: Date; sources: Study[] };

const articleQuery = db
  .select({ bodyHtml: articles.bodyHtml, reviewer: articles.reviewer, reviewedOn: articles.reviewedOn })
  .from(articles)
  .where(eq(articles.threadId, sql.placeholder("id")))
  .prepare("get_article");

/** What belongs to an article besides its thread, which `getArticleThread` has found readable. */
export async function getArticle(id: number): Promise<Article | null> {
  const [article] = await articleQuery.execute({ id });
  if (!article) return null;
  const rows = await db
    .select({ study: studies })
    .from(articleStudies)
    .innerJoin(studies, eq(studies.id, articleStudies.studyId))
    .where(eq(articleStudies.threadId, id))
    .orderBy(asc(articleStudies.position));
  return { ...article, reviewedOn: new Date(article.reviewedOn), sources: rows.map((row) => row.study) };
}
