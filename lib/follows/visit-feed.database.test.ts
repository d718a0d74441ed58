import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aThread, hoursAgo } from "@/lib/testing/factories";
import { follow } from "./follow";
import { getFeed } from "./queries";
import { visitFeed } from "./visit-feed";

const setVisits = (id: number, visits: { feedSeenAt?: Date; feedSeenBeforeAt?: Date }) =>
  db.update(members).set(visits).where(eq(members.id, id));

describe("visitFeed", () => {
  it("calls nothing new at the first visit, and takes half an hour for one visit", async () => {
    const { id } = await aMember();
    expect(await visitFeed(id)).toBeNull();
    expect(await visitFeed(id)).toBeNull();
    const lastTime = hoursAgo(0.6);
    await setVisits(id, { feedSeenAt: lastTime });
    expect(await visitFeed(id)).toEqual(lastTime);
    expect(await visitFeed(id)).toEqual(lastTime);
  });

  it("stays in the same visit until half an hour has passed without a look", async () => {
    const { id } = await aMember();
    const before = hoursAgo(30);
    await setVisits(id, { feedSeenAt: hoursAgo(0.4), feedSeenBeforeAt: before });
    expect(await visitFeed(id)).toEqual(before);
  });
});

describe("getFeed", () => {
  it("counts what others have said since the visit before, and is nobody else's", async () => {
    const [reader, other] = [await aMember(), await aMember()];
    const thread = await aThread();
    await follow(actorOf(reader), { kind: "thread", id: thread.id });
    await setVisits(reader.id, { feedSeenAt: hoursAgo(2) });
    await aComment({ thread, createdAt: hoursAgo(3) });
    await aComment({ thread, createdAt: hoursAgo(1) });
    await aComment({ thread, createdAt: hoursAgo(1), hiddenAt: hoursAgo(1) });
    await aComment({ thread, author: reader, createdAt: hoursAgo(1) });
    const feed = await getFeed(reader.id, null);
    expect(feed.threads).toMatchObject([{ id: thread.id, newComments: 1 }]);
    expect((await getFeed(other.id, null)).threads).toEqual([]);
  });

  it("shows a thread once that is followed in three ways", async () => {
    const reader = await aMember();
    const thread = await aThread();
    await follow(actorOf(reader), { kind: "thread", id: thread.id });
    await follow(actorOf(reader), { kind: "technique", id: Number(thread.techniqueId) });
    await follow(actorOf(reader), { kind: "member", id: thread.authorId });
    expect((await getFeed(reader.id, null)).threads).toHaveLength(1);
  });

  it("gives every thread once over its pages", async () => {
    const reader = await aMember();
    const { techniqueId } = await aThread();
    const author = await aMember();
    // Half of them at the same moment, so that the id has to decide.
    for (let n = 0; n < 59; n += 1)
      await aThread({ author, techniqueId, lastActivityAt: n % 2 ? hoursAgo(n) : new Date("2026-01-01") });
    await follow(actorOf(reader), { kind: "technique", id: Number(techniqueId) });
    const seen = [];
    let before = null;
    do {
      const page = await getFeed(reader.id, before);
      expect(page.threads.length).toBeLessThanOrEqual(25);
      seen.push(...page.threads.map(({ id }) => id));
      before = page.older;
    } while (before);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });
});
