import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { articles, revisions, threads } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import type { Addressed } from "@/lib/platform/urls";
import { editLimits } from "@/lib/threads/limits";
import { freeEditHours } from "@/lib/threads/policy";
import { checkedArticle, writeSources } from "./checked-article";
import { canEditArticle } from "./policy";
import type { ArticleWords } from "./schema";
import { storedArticle, versionOf } from "./stored-article";

type Changed = ArticleWords & { thread: number; version: string; draft?: number };

/**
 * Changes an article. The version is the one that the editor saw: an article that somebody changed since is refused, and
 * sending the same form twice changes it once. After the free window, what stood before is kept for members to see.
 * The address stays, whatever the title becomes.
 */
export async function editArticle(actor: Actor, input: Changed): Promise<Addressed> {
  return db.transaction(async (tx) => {
    const found = await lockArticle(tx, input.thread);
    if (!found) throw new Refusal("not_found");
    const { thread, late, words } = found;
    insist(canEditArticle(actor, thread));
    await insistOnVoice(tx, actor);
    const seen = versionOf(words);
    const changed = versionOf(input) !== seen;
    if (changed && input.version !== seen) throw new Refusal("article_changed");
    await dropDraft(tx, actor, input.draft);
    if (!changed) return thread;
    const { techniqueId } = await checkedArticle(tx, input);
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    const rewritten = words.body !== input.body || words.title !== input.title;
    if (late && rewritten) await keepWording(tx, actor, thread.id, words);
    const { audience, title, excerpt, body, reviewer, reviewedOn } = input;
    await tx
      .update(threads)
      .set({ audience, techniqueId, title, excerpt, ...(rewritten ? { editedAt: sql`now()` } : {}) })
      .where(eq(threads.id, thread.id));
    const bodyHtml = renderMarkdown(body, { citations: input.sources });
    await tx
      .update(articles)
      .set({ body, bodyHtml, pipeline: pipelineVersion, reviewer, reviewedOn })
      .where(eq(articles.threadId, thread.id));
    await writeSources(tx, thread.id, input.sources);
    await audit(tx, { actorId: actor.memberId, act: "article_edit", subject: `article:${thread.id}` });
    const tags = [...tagsOfThread(thread), ...tagsOfThread({ ...thread, techniqueId })];
    const event = { kind: "article_edited", actorId: actor.memberId, threadId: thread.id };
    await recordEvent(tx, event, [...new Set(tags)]);
    return thread;
  });
}

async function lockArticle(tx: Transaction, id: number) {
  const late = sql<boolean>`${threads.publishedAt} < now() - make_interval(hours => ${freeEditHours})`;
  const [found] = await tx.select({ thread: threads, late }).from(threads).where(eq(threads.id, id)).for("update");
  const words = found ? await storedArticle(tx, id) : null;
  return found && words ? { ...found, words } : null;
}

async function keepWording(tx: Transaction, actor: Actor, threadId: number, { title, body }: ArticleWords) {
  const [shown] = await tx.select({ html: articles.bodyHtml }).from(articles).where(eq(articles.threadId, threadId));
  const bodyHtml = shown?.html ?? "";
  await tx.insert(revisions).values({ threadId, editedBy: actor.memberId, title, body, bodyHtml });
}
