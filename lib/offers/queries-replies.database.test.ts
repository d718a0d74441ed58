import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { comments, events } from "@/db/schema";
import { summaryTable } from "@/lib/moderation/queries-transparency-files";
import { monthsAsked, type Months } from "@/lib/platform/months";
import { aComment, aMember, aThread, daysAgo, type Member, type Thread } from "@/lib/testing/factories";
import { getReplyFigures, listReplyLines } from "./queries-replies";

const hour = 3_600_000;

/** Each test has a month of its own, long ago. */
function aMonth(month: string): Months {
  const months = monthsAsked(month, { first: "2010-01", current: "2026-12" });
  if (!months) throw new Error("this is no month");
  return months;
}

type Given = { month: Months; author: Member; other: Member };

async function aScene(month: string): Promise<Given> {
  return { month: aMonth(month), author: await aMember(), other: await aMember() };
}

/** A post of the month with a reply after some hours; without one for null. */
async function aPostOf({ month, author, other }: Given, hours: number | null, given: Partial<Thread> = {}) {
  const publishedAt = new Date(month.from.getTime() + 50 * hour);
  const thread = await aThread({ author, publishedAt, ...given });
  const createdAt = new Date(thread.publishedAt.getTime() + (hours ?? 0) * hour);
  if (hours !== null) await aComment({ thread, author: other, createdAt });
  return thread;
}

async function posts(scene: Given, hours: (number | null)[]): Promise<void> {
  for (const each of hours) await aPostOf(scene, each);
}

describe("how soon posts are answered", () => {
  it("is the share within a day, and the time within which half had a reply", async () => {
    const scene = await aScene("2015-01");
    await posts(scene, [1, 2, 3, 4, 6, 23.9, 24.1, 30, 40, 200]);
    expect(await getReplyFigures(scene.month)).toEqual({
      enough: true,
      posts: 10,
      withinDay: 6,
      medianSeconds: 21_600,
    });
  });

  it("counts posts without a reply among all of them, as not answered yet", async () => {
    const scene = await aScene("2015-02");
    await posts(scene, [1, 2, 3, 4, 5, null, null, null, null, null]);
    expect(await getReplyFigures(scene.month)).toMatchObject({ posts: 10, withinDay: 5, medianSeconds: 5 * 3600 });
    await posts(scene, [null]);
    expect(await getReplyFigures(scene.month)).toMatchObject({ posts: 11, withinDay: 5, medianSeconds: null });
  });

  it("is not told of fewer than 10 posts", async () => {
    const scene = await aScene("2015-03");
    await posts(scene, [1, 1, 1, 1, 1, 1, 1, 1, null]);
    expect(await getReplyFigures(scene.month)).toEqual({ enough: false, posts: 9, fewest: 10 });
    expect(await listReplyLines(scene.month)).toEqual([["posts_a_day_old", "all", 9]]);
  });

  it("counts no words of the author, and none that cannot be read", async () => {
    const scene = await aScene("2015-04");
    await posts(scene, [1, 1, 1, 1, 1, 1, 1, 1, 1]);
    const thread = await aPostOf(scene, null);
    const at = (hours: number) => ({ thread, createdAt: new Date(thread.publishedAt.getTime() + hours * hour) });
    await aComment({ ...at(1), author: scene.author });
    await aComment({ ...at(2), hiddenAt: new Date() });
    await aComment({ ...at(3), withdrawnAt: new Date() });
    await aComment({ ...at(4), heldAt: new Date() });
    expect(await getReplyFigures(scene.month)).toMatchObject({ posts: 10, withinDay: 9 });
    await aComment(at(5));
    expect(await getReplyFigures(scene.month)).toMatchObject({ posts: 10, withinDay: 10 });
  });

  it("counts a reply that waited for a moderator from when it could be read", async () => {
    const scene = await aScene("2015-05");
    await posts(scene, [1, 1, 1, 1, 1, 1, 1, 1, 1]);
    const thread = await aPostOf(scene, 1);
    const createdAt = new Date(thread.publishedAt.getTime() + 30 * hour);
    const appeared = { kind: "words_appeared", threadId: thread.id, createdAt };
    await db.insert(events).values({ ...appeared, detail: { position: 0 } });
    await db.insert(events).values({ ...appeared, detail: { position: 2 } });
    expect(await getReplyFigures(scene.month)).toMatchObject({ withinDay: 10 });
    await db.insert(events).values({ ...appeared, detail: { position: 1 } });
    expect(await getReplyFigures(scene.month)).toMatchObject({ withinDay: 9 });
  });

  it("is of posts that can be read, of the months that are asked for, and no testimonials and articles", async () => {
    const scene = await aScene("2015-06");
    await posts(scene, [1, 1, 1, 1, 1, 1, 1]);
    await aPostOf(scene, 1, { audience: "members" });
    await aPostOf(scene, 1, { kind: "experience" });
    await aPostOf(scene, 1, { kind: "advice", publishedAt: scene.month.from });
    for (const kind of ["testimonial", "article"] as const) await aPostOf(scene, 1, { kind });
    await aPostOf(scene, 1, { hiddenAt: new Date() });
    await aPostOf(scene, 1, { withdrawnAt: new Date() });
    await aPostOf(scene, 1, { publishedAt: scene.month.to });
    await aPostOf(scene, 1, { publishedAt: new Date(scene.month.from.getTime() - 1) });
    expect(await getReplyFigures(scene.month)).toMatchObject({ posts: 10 });
  });

  it("leaves out posts that have not had their 24 hours", async () => {
    const now = new Date().toISOString().slice(0, 7);
    const months = { ...aMonth("2015-07"), from: daysAgo(3), to: daysAgo(-1), last: now };
    const [author, other] = [await aMember(), await aMember()];
    const scene = { month: months, author, other };
    for (let n = 0; n < 10; n += 1) await aPostOf(scene, 1, { publishedAt: daysAgo(1.01) });
    for (let n = 0; n < 3; n += 1) await aPostOf(scene, 1, { publishedAt: daysAgo(0.99) });
    expect(await getReplyFigures(months)).toMatchObject({ posts: 10, withinDay: 10 });
  });

  it("stands in the table of all numbers, rounded to minutes", async () => {
    const scene = await aScene("2015-08");
    await posts(scene, [1, 1, 1, 1, 2.01, 3, null, null, null, null]);
    const thread = await aPostOf(scene, 2.01);
    await db.update(comments).set({ createdAt: thread.publishedAt }).where(eq(comments.threadId, thread.id));
    const table = await summaryTable(scene.month, await listReplyLines(scene.month));
    expect(table.split("\r\n").slice(-4)).toEqual([
      "posts_a_day_old,all,11",
      "posts_a_day_old,answered_within_24_hours,7",
      "posts_a_day_old,median_seconds,7260",
      "",
    ]);
  });
});
