import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, articleStudies, members, quotable, quotes, studies, threads } from "@/db/schema";
import type { Study } from "@/lib/techniques/queries";
import { freeEditHours } from "@/lib/threads/policy";
import type { ArticleWords } from "./schema";
import { standsIn } from "./passage";
import { storedArticle, versionOf } from "./stored-article";

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

export type EditableArticle = ArticleWords & {
  id: number;
  version: string;
  /** True while a change leaves no trace. */
  free: boolean;
};

/** An article that can be read, for its edit form; the verb decides again whether it may be changed. */
export async function getEditableArticle(id: number): Promise<EditableArticle | null> {
  const free = sql<boolean>`${threads.publishedAt} >= now() - make_interval(hours => ${freeEditHours})`;
  const [thread] = await db
    .select({ free })
    .from(threads)
    .where(and(eq(threads.id, id), eq(threads.visible, true)));
  const words = thread ? await storedArticle(db, id) : null;
  return thread && words ? { ...words, id, version: versionOf(words), free: thread.free } : null;
}

export type Quote = {
  id: number;
  passage: string;
  handle: string;
  authorId: number;
  /** Whoever wrote it gives massages for a living, or has another interest in them. */
  interest: boolean;
  testimonial: { id: number; kind: "testimonial"; slug: string; title: string };
  /** False where the author has changed these words since an editor approved them. */
  current: boolean;
};

/** The quotes of an article whose authors agree to it now: the database shows no others. */
export async function listQuotes(articleId: number): Promise<Quote[]> {
  const rows = await db
    .select({
      id: quotes.id,
      passage: quotes.passage,
      handle: members.handle,
      authorId: threads.authorId,
      interest: quotable.interest,
      testimonial: { id: threads.id, slug: threads.slug, title: threads.title },
      story: quotable.story,
      tip: quotable.tip,
    })
    .from(quotes)
    .innerJoin(quotable, eq(quotable.threadId, quotes.testimonialId))
    .innerJoin(threads, eq(threads.id, quotes.testimonialId))
    .innerJoin(members, eq(members.id, threads.authorId))
    .where(eq(quotes.articleId, articleId))
    .orderBy(asc(quotes.id));
  return rows.map(({ story, tip, testimonial, ...quote }) => ({
    ...quote,
    testimonial: { ...testimonial, kind: "testimonial" },
    current: standsIn(quote.passage, { story, tip }),
  }));
}
