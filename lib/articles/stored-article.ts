import { asc, eq, sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { articles, articleStudies, techniques, threads } from "@/db/schema";
import { sha256 } from "@/lib/platform/ids";
import type { ArticleWords } from "./schema";

/** What an editor wrote of an article, as the form takes it; null for what is none. */
export async function storedArticle(connection: Connection, id: number): Promise<ArticleWords | null> {
  const [article] = await connection
    .select({
      title: threads.title,
      technique: sql<string>`coalesce(${techniques.slug}, '')`,
      audience: threads.audience,
      excerpt: threads.excerpt,
      body: articles.body,
      reviewer: articles.reviewer,
      reviewedOn: articles.reviewedOn,
    })
    .from(articles)
    .innerJoin(threads, eq(threads.id, articles.threadId))
    .leftJoin(techniques, eq(techniques.id, threads.techniqueId))
    .where(eq(articles.threadId, id));
  if (!article) return null;
  const cited = await connection
    .select({ id: articleStudies.studyId })
    .from(articleStudies)
    .where(eq(articleStudies.threadId, id))
    .orderBy(asc(articleStudies.position));
  return { ...article, sources: cited.map((study) => study.id) };
}

/** One name for one state of an article, so that nobody writes over what they have not seen. */
export function versionOf(article: ArticleWords): string {
  const { title, technique, audience, excerpt, body, sources, reviewer, reviewedOn } = article;
  return sha256(JSON.stringify([title, technique, audience, excerpt, body, sources, reviewer, reviewedOn]));
}
