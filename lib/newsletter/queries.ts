import { and, count, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import { db, type Connection } from "@/db/client";
import { newsletterIssues, newsletterSubscribers } from "@/db/schema";
import { threadPath } from "@/lib/platform/urls";
import { visibleThreads } from "@/lib/threads/visibility";
import { articlesOffered } from "./limits";

/** An article as an issue tells of it. */
export type IssueArticle = { id: number; title: string; excerpt: string; path: string };

type ArticleRow = { id: number; kind: string; slug: string; title: string; excerpt: string };

function articleOf({ id, kind, slug, title, excerpt }: ArticleRow): IssueArticle {
  return { id: Number(id), title, excerpt, path: threadPath({ id, kind, slug }) };
}

/** The articles of an issue that everyone can read at this moment, in its order. */
export async function listReadable(issueId: number, connection: Connection = db): Promise<IssueArticle[]> {
  const rows = await connection.execute<ArticleRow>(sql`
    SELECT t.id, t.kind, t.slug, t.title, t.excerpt FROM newsletter_articles a JOIN threads t ON t.id = a.thread_id
    WHERE a.issue_id = ${issueId} AND t.kind = 'article' AND ${visibleThreads("public")} ORDER BY a.position`);
  return rows.map(articleOf);
}

/** What an issue may tell of: the newest articles that everyone can read. `isNew`: published since the last issue. */
export async function listOffered(): Promise<(IssueArticle & { isNew: boolean })[]> {
  const rows = await db.execute<ArticleRow & { is_new: boolean }>(sql`
    SELECT t.id, t.kind, t.slug, t.title, t.excerpt, t.published_at > coalesce(
      (SELECT max(started_at) FROM newsletter_issues WHERE started_at IS NOT NULL), '-infinity') AS is_new
    FROM threads t WHERE t.kind = 'article' AND ${visibleThreads("public")}
    ORDER BY t.published_at DESC NULLS FIRST, t.id DESC NULLS FIRST LIMIT ${articlesOffered}`);
  return rows.map((row) => ({ ...articleOf(row), isNew: row.is_new }));
}

/** `empty`: not sent, or no further, because not one of its articles could be read by everyone. */
export type IssueState = "draft" | "waits" | "sending" | "sent" | "empty";

type Dates = Pick<typeof newsletterIssues.$inferSelect, "scheduledFor" | "startedAt" | "finishedAt" | "emptiedAt">;

function stateOf({ scheduledFor, startedAt, finishedAt, emptiedAt }: Dates): IssueState {
  if (emptiedAt) return "empty";
  if (finishedAt) return "sent";
  if (startedAt) return "sending";
  return scheduledFor ? "waits" : "draft";
}

const row = {
  id: newsletterIssues.id,
  subject: newsletterIssues.subject,
  createdAt: newsletterIssues.createdAt,
  scheduledFor: newsletterIssues.scheduledFor,
  startedAt: newsletterIssues.startedAt,
  finishedAt: newsletterIssues.finishedAt,
  emptiedAt: newsletterIssues.emptiedAt,
  sentCount: newsletterIssues.sentCount,
  bouncedCount: newsletterIssues.bouncedCount,
  leftCount: newsletterIssues.leftCount,
};

const issuesPerPage = 25;

/** Issues, the newest first, and the number to go on from where there are older ones. */
export async function listIssues(before: number | null) {
  const found = await db
    .select(row)
    .from(newsletterIssues)
    .where(before ? lt(newsletterIssues.id, before) : undefined)
    .orderBy(desc(newsletterIssues.id))
    .limit(issuesPerPage + 1);
  const rows = found.slice(0, issuesPerPage).map((issue) => ({ ...issue, state: stateOf(issue) }));
  return { rows, older: found.length > issuesPerPage ? (rows.at(-1)?.id ?? null) : null };
}

export type IssueRow = Awaited<ReturnType<typeof listIssues>>["rows"][number];

/** One issue, with the articles that everyone can read now, and how many more there were. */
export async function getIssue(id: number) {
  const { version, introduction, introductionHtml } = newsletterIssues;
  const [issue] = await db
    .select({
      ...{ ...row, version, introduction, introductionHtml },
      chosen: sql<number>`(SELECT count(*)::int FROM newsletter_articles a WHERE a.issue_id = ${newsletterIssues.id})`,
    })
    .from(newsletterIssues)
    .where(eq(newsletterIssues.id, id));
  if (!issue) return null;
  const articles = await listReadable(id);
  return { ...issue, state: stateOf(issue), articles, leftOut: issue.chosen - articles.length };
}

export type Issue = NonNullable<Awaited<ReturnType<typeof getIssue>>>;

/** To how many an issue goes. Nobody is shown who they are. */
export async function countSubscribers(): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(newsletterSubscribers)
    .where(and(isNotNull(newsletterSubscribers.confirmedAt)));
  return found?.count ?? 0;
}

/**
 * The issue that stands in the way of a time, and from when on none does.
 * @param at null for now
 */
export async function findFreeTime(at: Date | null): Promise<{ other: Date; from: Date }> {
  const wanted = at ? sql`${at.toISOString()}::timestamptz` : sql`now()`;
  const rows = await db.execute<{ at: string }>(sql`
    SELECT scheduled_for AS at FROM newsletter_issues
    WHERE scheduled_for > ${wanted} - interval '7 days' AND (emptied_at IS NULL OR started_at IS NOT NULL)
    ORDER BY scheduled_for`);
  const taken = rows.map((each) => new Date(each.at));
  const week = 7 * 86_400_000;
  let from = at ?? new Date();
  for (const each of taken) {
    if (each.getTime() - from.getTime() >= week) break;
    from = new Date(each.getTime() + week);
  }
  return { other: taken[0] ?? from, from };
}
