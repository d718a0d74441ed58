import { and, eq } from "drizzle-orm";
import { db, type Connection, type Transaction } from "@/db/client";
import { articles, threads } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { slugOf, type Addressed } from "@/lib/platform/urls";
import { threadLimits } from "@/lib/threads/limits";
import { checkedArticle, writeSources } from "./checked-article";
import { canPublishArticle } from "./policy";
import type { ArticleWords } from "./schema";

type New = ArticleWords & { key: string; draft?: number };

/** Publishes an article. Sending the same form twice publishes one. */
export async function publishArticle(actor: Actor, input: New): Promise<Addressed> {
  const key = idempotencyKey(input.key, input.title, input.body);
  try {
    return await db.transaction((tx) => publish(tx, actor, input, key));
  } catch (error) {
    // The other half of a double click may have come first.
    const sent = key ? await alreadySent(db, actor, key) : null;
    if (sent) {
      await dropDraft(db, actor, input.draft);
      return sent;
    }
    if (isDuplicate(error, "threads_article_slug")) throw new Refusal("title_taken", {}, "title");
    throw error;
  }
}

async function publish(tx: Transaction, actor: Actor, input: Omit<New, "key">, key: string | null): Promise<Addressed> {
  insist(canPublishArticle(actor));
  await insistOnVoice(tx, actor);
  // Also when it was published before, and kept again because the answer did not come.
  await dropDraft(tx, actor, input.draft);
  const sent = key ? await alreadySent(tx, actor, key) : null;
  if (sent) return sent;
  const { techniqueId } = await checkedArticle(tx, input);
  if (actor.paced) await takeTurn(tx, threadLimits(actor));
  const [thread] = await tx
    .insert(threads)
    .values({
      kind: "article",
      audience: input.audience,
      techniqueId,
      authorId: actor.memberId,
      title: input.title,
      slug: slugOf(input.title),
      excerpt: input.excerpt,
      idempotencyKey: key,
    })
    .returning();
  if (!thread) throw new Error("the thread was not made");
  await tx.insert(articles).values({
    threadId: thread.id,
    body: input.body,
    bodyHtml: renderMarkdown(input.body, { citations: input.sources }),
    pipeline: pipelineVersion,
    reviewer: input.reviewer,
    reviewedOn: input.reviewedOn,
  });
  await writeSources(tx, thread.id, input.sources);
  await audit(tx, { actorId: actor.memberId, act: "article_publish", subject: `article:${thread.id}` });
  const event = { kind: "article_published", actorId: actor.memberId, threadId: thread.id };
  await recordEvent(tx, event, tagsOfThread(thread));
  return thread;
}

async function alreadySent(connection: Connection, actor: Actor, key: string): Promise<Addressed | null> {
  const [thread] = await connection
    .select({ id: threads.id, kind: threads.kind, slug: threads.slug })
    .from(threads)
    .where(and(eq(threads.authorId, actor.memberId), eq(threads.idempotencyKey, key)));
  return thread ?? null;
}
