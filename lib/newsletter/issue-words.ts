import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newsletterArticles, newsletterIssues, threads } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { pipelineVersion, readPlainly, renderMarkdown } from "@/lib/platform/markdown";
import type { IssueWords } from "./schema";

/**
 * The columns of what an editor wrote.
 * @throws Refusal where the introduction leads to another site
 */
export function columnsOf({ subject, introduction }: IssueWords) {
  const elsewhere = readPlainly(introduction).targets.find((target) => !isOurs(target));
  if (elsewhere) throw new Refusal("link_elsewhere", { target: elsewhere.slice(0, 100) }, "introduction");
  return { subject, introduction, introductionHtml: renderMarkdown(introduction), pipeline: pipelineVersion };
}

/** A path of this site, or its whole address. */
function isOurs(target: string): boolean {
  if (/^\/(?![/\\])/.test(target)) return true;
  return URL.canParse(target) && new URL(target).origin === new URL(env().APP_URL).origin;
}

/**
 * Puts the articles of an issue in place of those before.
 * @throws Refusal where one of them is not there for everyone
 */
export async function writeArticles(tx: Transaction, issueId: number, articles: number[]): Promise<void> {
  await tx.delete(newsletterArticles).where(eq(newsletterArticles.issueId, issueId));
  if (articles.length === 0) return;
  const found = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        inArray(threads.id, articles),
        eq(threads.kind, "article"),
        eq(threads.visible, true),
        eq(threads.audience, "public"),
      ),
    );
  if (found.length < articles.length) throw new Refusal("articles_gone", {}, "articles");
  await tx.insert(newsletterArticles).values(articles.map((threadId, position) => ({ issueId, threadId, position })));
}

/**
 * A draft, locked, as somebody saw it.
 * @throws Refusal where it waits, was sent, or was changed since
 */
export async function lockDraft(tx: Transaction, { issue: id, version }: { issue: number; version: number }) {
  const issue = await lockIssue(tx, id);
  if (issue.startedAt || issue.emptiedAt) throw new Refusal("issue_sent");
  if (issue.scheduledFor) throw new Refusal("issue_waits");
  if (issue.version !== version) throw new Refusal("issue_changed", {}, undefined, 409);
  return issue;
}

export async function lockIssue(tx: Transaction, id: number) {
  const [issue] = await tx.select().from(newsletterIssues).where(eq(newsletterIssues.id, id)).for("update");
  if (!issue) throw new Refusal("not_found");
  return issue;
}
