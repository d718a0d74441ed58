import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { revisions } from "@/db/schema";
import { getOwnComment, listComments } from "@/lib/comments/queries";
import { lastListPage, threadsPerPage } from "@/lib/platform/pagination";
import { getEditablePost } from "@/lib/posts/queries";
import { aComment, aMember, aPost, aTechnique, aTestimonial, aThread, daysAgo } from "@/lib/testing/factories";
import { getEditableTestimonial } from "@/lib/testimonials/queries";
import { getNewestPosition, getOwnThread, getThread, listThreads } from "./queries";

/** So many threads of one technique; every second one was last active at the same moment as the one before. */
async function manyThreads(count: number) {
  const [author, technique] = [await aMember(), await aTechnique()];
  await db.execute(sql`
    INSERT INTO threads (kind, audience, technique_id, author_id, title, slug, excerpt, last_activity_at)
    SELECT 'question', 'public', ${technique.id}, ${author.id}, 'Number ' || n, 'number-' || n, '', now() - (n / 2) * interval '1 hour'
    FROM generate_series(1, ${count}) n`);
  return technique.id;
}

describe("listThreads", () => {
  it("gives every thread once over its numbered pages and behind them, the newest activity first", async () => {
    const count = lastListPage * threadsPerPage + 30;
    const techniqueId = await manyThreads(count);
    const rows = [];
    let list = await listThreads("public", { techniqueId }, { page: 1 });
    expect(list.lastPage).toBe(lastListPage);
    for (let page = 1; page <= lastListPage; page += 1) {
      list = await listThreads("public", { techniqueId }, { page });
      expect(list.rows).toHaveLength(threadsPerPage);
      expect(list.older !== null).toBe(page === lastListPage);
      rows.push(...list.rows);
    }
    while (list.older) {
      list = await listThreads("public", { techniqueId }, { before: list.older });
      rows.push(...list.rows);
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
    const inOrder = rows.toSorted((a, b) => Number(b.lastActivityAt) - Number(a.lastActivityAt) || b.id - a.id);
    expect(rows.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  });

  it.each([
    [0, 1],
    [25, 1],
    [26, 2],
    [50, 2],
  ])("knows how many pages %i threads fill", async (count, lastPage) => {
    const techniqueId = await manyThreads(count);
    const list = await listThreads("public", { techniqueId }, { page: 1 });
    expect(list).toMatchObject({ lastPage, older: null });
  });
});

describe("what may still be changed", () => {
  it("is found by its author only", async () => {
    const [author, other] = [await aMember(), await aMember({ role: "admin" })];
    const [post, told] = [await aPost({ author }), await aTestimonial({ author })];
    const comment = await aComment({ thread: post, author });
    for (const [member, found] of [
      [author, true],
      [other, false],
    ] as const) {
      // prettier-ignore
      expect((await getEditablePost(member.id, post.id)) !== null).toBe(found);
      expect((await getEditableTestimonial(member.id, told.id)) !== null).toBe(found);
      expect((await getOwnComment(member.id, comment.id)) !== null).toBe(found);
      expect((await getOwnThread(member.id, told.id)) !== null).toBe(found);
    }
  });

  it("is not found once it is withdrawn, and can be withdrawn while it is hidden", async () => {
    const author = await aMember();
    const gone = await aPost({ author, withdrawnAt: daysAgo(1) });
    const hidden = await aPost({ author, hiddenAt: daysAgo(1) });
    expect(await getEditablePost(author.id, gone.id)).toBeNull();
    expect(await getOwnThread(author.id, gone.id)).toBeNull();
    expect(await getEditablePost(author.id, hidden.id)).toBeNull();
    expect(await getOwnThread(author.id, hidden.id)).toMatchObject({ id: hidden.id });
    const comment = await aComment({ thread: hidden, author, withdrawnAt: daysAgo(1) });
    expect(await getOwnComment(author.id, comment.id)).toBeNull();
  });
});

describe("an edit that left a trace", () => {
  it("is told on the thread and on the comment that it belongs to, and on no other", async () => {
    const [edited, other] = [await aThread(), await aThread()];
    const one = await aComment({ thread: edited, editedAt: daysAgo(1) });
    await aComment({ thread: edited, editedAt: daysAgo(1) });
    const before = { editedBy: edited.authorId, body: "", bodyHtml: "" };
    await db.insert(revisions).values([
      { ...before, threadId: edited.id },
      { ...before, commentId: one.id },
    ]);
    expect(await getThread(edited.id, "public")).toMatchObject({ hasHistory: true });
    expect(await getThread(other.id, "public")).toMatchObject({ hasHistory: false });
    expect((await listComments(edited.id, 1)).map(({ hasHistory }) => hasHistory)).toEqual([true, false]);
  });
});

describe("getNewestPosition", () => {
  it("is the number of the newest comment that is seen", async () => {
    const thread = await aThread();
    for (const state of [{}, {}, { heldAt: new Date() }]) await aComment({ thread, ...state });
    expect(await getNewestPosition(null, thread.id)).toBe(2);
    await db.execute(sql`UPDATE comments SET hidden_at = now() WHERE thread_id = ${thread.id} AND position = 2`);
    expect(await getNewestPosition(null, thread.id)).toBe(1);
    expect(await getNewestPosition(null, (await aThread({ audience: "members" })).id)).toBeNull();
  });
});
