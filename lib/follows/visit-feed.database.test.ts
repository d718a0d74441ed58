import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aBlock, aComment, aMember, aMute, aTechnique, aThread, hoursAgo } from "@/lib/testing/factories";
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

  it("leaves out blocked people, muted threads, techniques and words, but not one's own", async () => {
    const [reader, blocked, other] = [await aMember(), await aMember(), await aMember()];
    const [technique, muted] = [await aTechnique(), await aTechnique()];
    const follows = [technique, muted].map(({ id }) => follow(actorOf(reader), { kind: "technique", id }));
    await Promise.all(follows);
    await follow(actorOf(reader), { kind: "member", id: other.id });
    const seen = await aThread({ technique, author: other });
    const article = await aThread({ technique, author: blocked, kind: "article" });
    const own = await aThread({ technique: muted, author: reader, title: "About botox" });
    const quiet = await aThread({ technique, author: other });
    const quieted = await aMember();
    await aThread({ technique, author: quieted });
    await aThread({ technique, author: blocked });
    await aThread({ technique: muted, author: other });
    await aThread({ technique, author: other, title: "About Bótox" });
    await aThread({ technique, author: other, excerpt: "They said: botox." });
    const [comment] = [
      await aComment({ thread: seen, author: blocked }),
      await aComment({ thread: seen, author: other }),
      await aComment({ thread: seen, author: quieted }),
    ];
    await setVisits(reader.id, { feedSeenAt: hoursAgo(2) });
    const before = await getFeed(reader.id, null);
    expect(before.threads).toHaveLength(9);
    await aBlock({ by: reader, of: blocked });
    await aMute({ by: reader, technique: muted });
    await aMute({ by: reader, thread: quiet });
    await aMute({ by: reader, member: quieted });
    await aMute({ by: reader, word: "botox" });
    const { threads, older } = await getFeed(reader.id, null);
    expect(threads.map(({ id }) => id).sort()).toEqual([seen.id, article.id, own.id].sort());
    expect(older).toBeNull();
    expect(comment?.authorId).toBe(blocked.id);
    expect(threads.find(({ id }) => id === seen.id)).toMatchObject({ commentCount: 3, newComments: 1 });
  });

  it("fills its pages although most threads hold a muted word, and goes on where a page stays short", async () => {
    const [reader, author, technique] = [await aMember(), await aMember(), await aTechnique()];
    await follow(actorOf(reader), { kind: "technique", id: technique.id });
    await aMute({ by: reader, word: "botox" });
    const wanted: number[] = [];
    for (let n = 0; n < 200; n += 1) {
      const found = n % 5 === 0 || n > 190;
      const title = found ? "A calm evening" : "About botox again";
      const thread = await aThread({ author, technique, title, lastActivityAt: hoursAgo(n) });
      if (found) wanted.push(thread.id);
    }
    const pages: number[][] = [];
    let before = null;
    do {
      const page = await getFeed(reader.id, before);
      pages.push(page.threads.map(({ id }) => id));
      before = page.older;
    } while (before);
    expect(pages.flat()).toEqual(wanted);
    expect(pages.map(({ length }) => length)).toEqual([25, wanted.length - 25]);
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
