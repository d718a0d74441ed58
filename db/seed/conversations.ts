import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { articles, articleStudies, comments, followUps, posts, quotes, techniques, testimonials, threads } from "../schema";
import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { slugOf } from "@/lib/platform/urls";
import { storedAnswers, storedOutcome, wordsOf } from "@/lib/testimonials/answers";
import { followUpDays } from "@/lib/testimonials/limits";
import { makePersona } from "@/lib/testimonials/make-persona";
import { recordConsents } from "@/lib/testimonials/record-consents";
import { followUpSchema, purposes, tellSchema } from "@/lib/testimonials/schema";
import { openOwn, sealOf } from "@/lib/testimonials/seal";
import {
  durationMs,
  readArticles,
  readPosts,
  readTestimonials,
  type SampleArticle,
  type SampleComment,
  type SampleFollowUp,
  type SamplePost,
  type SampleTestimonial,
} from "./files";
import type { People } from "./people";

type Stage = { tx: Transaction; now: number; people: People; techniques: Map<string, { id: number; name: string }> };
type Head = { kind: (typeof threads.$inferInsert)["kind"]; author: string; days_ago: number; technique?: string; audience?: "public" | "members"; title: string; excerpt: string; slug?: string };

/** Every thread of the sample with its comments. Returns the threads of posts by their key. */
export async function fillConversations(tx: Transaction, now: number, people: People): Promise<Map<string, number>> {
  const rows = await tx.select({ id: techniques.id, slug: techniques.slug, name: techniques.name }).from(techniques);
  const stage: Stage = { tx, now, people, techniques: new Map(rows.map((row) => [row.slug, row])) };
  const byKey = new Map<string, number>();
  const everything = [
    ...readPosts().map((post) => ({ at: post.days_ago, fill: async () => void byKey.set(post.key, await fillPost(stage, post)) })),
    ...readTestimonials().map((told) => ({ at: told.days_ago, fill: () => fillTestimonial(stage, told) })),
    ...readArticles().map((article) => ({ at: article.days_ago, fill: () => fillArticle(stage, article) })),
  ];
  // The oldest first, so that ids grow with time as they do in life.
  for (const { fill } of everything.sort((a, b) => b.at - a.at)) await fill();
  for (const article of readArticles()) await fillQuote(stage, article);
  return byKey;
}

async function fillPost(stage: Stage, post: SamplePost): Promise<number> {
  const thread = await startThread(stage, { ...post, excerpt: excerptOf(post.body) });
  const body = post.body.trim();
  await stage.tx
    .insert(posts)
    .values({ threadId: thread.id, body, bodyHtml: renderMarkdown(body), pipeline: pipelineVersion });
  const last = await fillComments(stage, thread, post.comments ?? []);
  if (post.locked_after) {
    const lockedAt = new Date(last.getTime() + durationMs(post.locked_after));
    await stage.tx.update(threads).set({ lockedAt, lockedBy: memberOf(stage, "lamplighter") }).where(eq(threads.id, thread.id));
  }
  return thread.id;
}

async function fillTestimonial(stage: Stage, sample: SampleTestimonial): Promise<void> {
  const told = tellSchema.parse({ audience: "public", unwantedText: "", story: "", tip: "", ...sample, ...asTyped(sample), shown: "yes" });
  const technique = stage.techniques.get(sample.technique);
  if (!technique) throw new Error(`no technique ${sample.technique}`);
  const memberId = memberOf(stage, sample.author);
  const persona = told.naming === "once" ? await makePersona(stage.tx, memberId) : undefined;
  const head = { ...sample, kind: "testimonial" as const, ...wordsOf(told, technique.name, true) };
  const thread = await startThread(stage, head, persona);
  await openOwn(stage.tx, memberId);
  await stage.tx.insert(testimonials).values({
    threadId: thread.id,
    seal: sealOf(memberId, technique.id),
    techniqueId: technique.id,
    ...storedAnswers(told),
    toldAt: thread.publishedAt,
  });
  await recordConsents(
    stage.tx,
    thread.id,
    purposes.filter((purpose) => told[purpose] === "yes"),
    "given",
    thread.publishedAt,
  );
  for (const later of sample.later ?? []) await fillFollowUp(stage, thread, later);
  await fillComments(stage, thread, sample.comments ?? []);
}

/** Told some days after its time, by the author of the testimonial; their rows are open in this transaction. */
async function fillFollowUp(stage: Stage, thread: { id: number; publishedAt: Date }, later: SampleFollowUp): Promise<void> {
  const told = followUpSchema.parse({ unwantedText: "", note: "", ...later, thread: String(thread.id) });
  const days = followUpDays[told.after] + 2;
  await stage.tx.insert(followUps).values({
    threadId: thread.id,
    after: told.after,
    ...storedOutcome(told),
    note: told.note,
    noteHtml: renderMarkdown(told.note),
    pipeline: pipelineVersion,
    toldAt: new Date(thread.publishedAt.getTime() + days * 86_400_000),
  });
}

/** Numbers as a form sends them. */
function asTyped(sample: SampleTestimonial): Record<string, string> {
  const numbers = ["sessionMinutes", "weeks", "functionBefore", "functionAfter"];
  return Object.fromEntries(numbers.filter((name) => sample[name] !== undefined).map((name) => [name, String(sample[name])]));
}

async function fillArticle(stage: Stage, article: SampleArticle): Promise<void> {
  const thread = await startThread(stage, { ...article, kind: "article" });
  await stage.tx.insert(articles).values({
    threadId: thread.id,
    body: article.body,
    bodyHtml: renderMarkdown(article.body, { citations: article.sources }),
    pipeline: pipelineVersion,
    reviewer: article.reviewer,
    reviewedOn: article.reviewed_on,
  });
  await stage.tx
    .insert(articleStudies)
    .values(article.sources.map((studyId, index) => ({ threadId: thread.id, studyId, position: index + 1 })));
  await fillComments(stage, thread, article.comments ?? []);
}

async function fillQuote(stage: Stage, { slug, author, quote }: SampleArticle): Promise<void> {
  if (!quote) return;
  const [article] = await stage.tx.select({ id: threads.id }).from(threads).where(eq(threads.slug, slug));
  const [told] = await stage.tx
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        eq(threads.kind, "testimonial"),
        eq(threads.authorId, memberOf(stage, quote.from)),
        eq(threads.techniqueId, stage.techniques.get(quote.technique)?.id ?? 0),
      ),
    );
  if (!article || !told) throw new Error(`nothing to quote in ${slug}`);
  await stage.tx.insert(quotes).values({
    articleId: article.id,
    testimonialId: told.id,
    passage: quote.passage,
    approvedBy: memberOf(stage, author),
  });
}

async function startThread(stage: Stage, head: Head, authorId = memberOf(stage, head.author)) {
  const at = new Date(stage.now - head.days_ago * 86_400_000);
  const [thread] = await stage.tx
    .insert(threads)
    .values({
      kind: head.kind,
      audience: head.audience ?? "public",
      techniqueId: head.technique ? stage.techniques.get(head.technique)?.id : null,
      authorId,
      title: head.title,
      slug: head.slug ?? slugOf(head.title),
      excerpt: head.excerpt,
      createdAt: at,
      publishedAt: at,
      lastActivityAt: at,
    })
    .returning();
  if (!thread) throw new Error(`not started: ${head.title}`);
  return thread;
}

async function fillComments(stage: Stage, thread: { id: number; publishedAt: Date }, samples: SampleComment[]): Promise<Date> {
  let at = thread.publishedAt.getTime();
  for (const [index, { author, after, to, body }] of samples.entries()) {
    at += durationMs(after);
    if (at > stage.now) throw new Error(`comment ${index + 1} of thread ${thread.id} lies in the future`);
    await stage.tx.insert(comments).values({
      threadId: thread.id,
      position: index + 1,
      authorId: memberOf(stage, author),
      replyToPosition: to ?? null,
      body: body.trim(),
      bodyHtml: renderMarkdown(body),
      pipeline: pipelineVersion,
      createdAt: new Date(at),
    });
  }
  if (samples.length === 0) return thread.publishedAt;
  const counts = { lastPosition: samples.length, commentCount: samples.length, lastActivityAt: new Date(at) };
  await stage.tx.update(threads).set(counts).where(sql`${threads.id} = ${thread.id}`);
  return new Date(at);
}

function memberOf({ people }: Stage, handle: string): number {
  const member = people.get(handle);
  if (!member) throw new Error(`no member ${handle}`);
  return member.id;
}
