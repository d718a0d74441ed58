import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { articles, posts, revisions, testimonials } from "@/db/schema";
import { aComment, aPost, aTestimonial, aThread, aWord, daysAgo } from "@/lib/testing/factories";
import { commentRow, threadRow } from "@/lib/testing/rows";
import { wordIsIn } from "@/lib/testing/words";
import { eraseWithdrawn } from "./erase-withdrawn";

const over = { withdrawnAt: daysAgo(6.01) };
const notYet = { withdrawnAt: daysAgo(5.99) };

async function aRevision(given: { threadId?: number; commentId?: number; editedBy: number }, word: string) {
  await db.insert(revisions).values({ ...given, title: word, body: word, bodyHtml: word });
}

describe("eraseWithdrawn", () => {
  it("erases a comment, its history and nothing else about it", async () => {
    const word = aWord();
    const thread = await aThread();
    const comment = await aComment({ thread, body: `My ${word}.`, ...over });
    await aRevision({ commentId: comment.id, editedBy: comment.authorId }, word);
    await eraseWithdrawn();
    expect(await wordIsIn(word)).toEqual([]);
    expect(await commentRow(comment.id)).toMatchObject({ position: 1, body: "", bodyHtml: "" });
  });

  it("erases a post with its title, address and history", async () => {
    const word = aWord();
    const post = await aPost({ title: `My ${word}`, slug: word, excerpt: word, body: word, ...over });
    await aRevision({ threadId: post.id, editedBy: post.authorId }, word);
    await eraseWithdrawn();
    expect(await wordIsIn(word)).toEqual([]);
    expect(await threadRow(post.id)).toMatchObject({ title: "Withdrawn", excerpt: "", lastPosition: 0 });
    expect(await db.select().from(posts).where(eq(posts.threadId, post.id))).toEqual([]);
  });

  it("erases a testimonial with its answers", async () => {
    const word = aWord();
    const answers = { story: word, storyHtml: word, tip: word, unwantedText: word };
    const told = await aTestimonial({ title: word, slug: word, excerpt: word, answers, ...over });
    await eraseWithdrawn();
    expect(await wordIsIn(word)).toEqual([]);
    expect(await db.select().from(testimonials).where(eq(testimonials.threadId, told.id))).toEqual([]);
  });

  it("erases the title of a testimonial that had no story", async () => {
    const word = aWord();
    await aTestimonial({ title: `It gave me back my ${word}`, slug: word, excerpt: "", ...over });
    await eraseWithdrawn();
    expect(await wordIsIn(word)).toEqual([]);
  });

  it("leaves what was withdrawn less than 6 days ago, and what was not", async () => {
    const comment = await aComment({ thread: await aThread(), ...notYet });
    const hidden = await aComment({ thread: await aThread(), hiddenAt: daysAgo(30) });
    const removed = await aPost({ removedAt: daysAgo(30) });
    const post = await aPost(notYet);
    await eraseWithdrawn();
    expect((await commentRow(comment.id)).body).toBe(comment.body);
    expect((await commentRow(hidden.id)).body).toBe(hidden.body);
    for (const { id, title, body } of [post, removed]) {
      expect((await threadRow(id)).title).toBe(title);
      expect(await db.select({ body: posts.body }).from(posts).where(eq(posts.threadId, id))).toEqual([{ body }]);
    }
  });

  it("leaves what others said under it", async () => {
    const post = await aPost(over);
    const comment = await aComment({ thread: post });
    await eraseWithdrawn();
    expect((await commentRow(comment.id)).body).toBe(comment.body);
  });

  it("changes nothing the second time", async () => {
    const post = await aPost(over);
    await eraseWithdrawn();
    const once = await threadRow(post.id);
    await eraseWithdrawn();
    expect(await threadRow(post.id)).toEqual(once);
  });
});

// Last: what one article leaves behind must not keep the others' words.
describe("eraseWithdrawn, for articles", () => {
  it("erases articles, also a second one", async () => {
    const words = [aWord(), aWord()];
    for (const word of words) {
      const thread = await aThread({ kind: "article", title: word, slug: word, excerpt: word, ...over });
      const text = { body: word, bodyHtml: word, pipeline: 1, reviewer: word, reviewedOn: "2026-01-01" };
      await db.insert(articles).values({ threadId: thread.id, ...text });
    }
    await eraseWithdrawn();
    for (const word of words) expect(await wordIsIn(word)).toEqual([]);
  });
});
