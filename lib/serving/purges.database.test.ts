import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { announcePurge, recordEvent } from "@/lib/platform/events";
import { announceHeard } from "@/lib/platform/heard";
import { asOperator } from "@/lib/testing/backends";
import { aHeldRender, aPage } from "@/lib/testing/pages";
import { newPageContext, runInPage } from "./context";
import { PageCache } from "./page-cache";
import { Purges } from "./purges";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function listening(connectionString = process.env.DATABASE_URL ?? "") {
  const cache = new PageCache({ maxBytes: 1_000_000 });
  const comments: { thread: number; position: number }[] = [];
  const heard: (number[] | null)[] = [];
  const purges = new Purges({
    connectionString,
    cache,
    onComment: (thread, position) => comments.push({ thread, position }),
    onHeard: (members) => heard.push(members),
  });
  stops.push(() => purges.stop());
  await purges.start();
  return { cache, purges, comments, heard };
}

const soon = { interval: 5, timeout: 5000 };
const kept = (cache: PageCache, tag: string) =>
  cache.get("/", async () => ({ page: aPage("old", [tag]), storable: true }));

/** A write that touches some tags. @returns the ids that its answer carries */
async function announce(...tags: string[]): Promise<string[]> {
  const context = newPageContext("public");
  await runInPage(context, () => db.transaction((tx) => announcePurge(tx, tags)));
  return context.announced;
}

const listeners = () => asOperator((operator) => operator.listeners());
const killListeners = () => asOperator(async (operator) => operator.end(await operator.listeners()));

/** A wire to Postgres that can be cut, stay cut, and fall silent. */
async function aWire() {
  const { hostname, port } = new URL(process.env.DATABASE_URL ?? "");
  const ends: Socket[] = [];
  const wire = { isCut: false };
  const server = createServer((near) => {
    if (wire.isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) ends.push(end.on("error", () => {}));
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.port = String((server.address() as AddressInfo).port);
  const hangUp = () => ends.splice(0).forEach((end) => end.destroy());
  stops.push(() => (hangUp(), server.close()));
  return {
    url: url.href,
    cut: () => ((wire.isCut = true), hangUp()),
    mend: () => (wire.isCut = false),
    fallSilent: () => ends.forEach((end) => end.unpipe().pause()),
  };
}

describe("what a write announces", () => {
  it("is carried out by every instance, and each knows that it was", async () => {
    const instances = [await listening(), await listening()];
    for (const { cache } of instances) {
      expect(cache.isOpen).toBe(true);
      await kept(cache, "thread:1");
    }
    const ids = await announce("list:home", "thread:1");
    expect(ids).toHaveLength(1);
    for (const { cache, purges } of instances) {
      await expect.poll(() => purges.hasSeen(ids), soon).toBe(true);
      expect(cache.holds("/")).toBe(false);
      expect(purges.hasSeen([...ids, "another"])).toBe(false);
    }
  });

  it("is not heard when the write is rolled back", async () => {
    const { cache, purges } = await listening();
    await kept(cache, "thread:1");
    const failed = db.transaction(async (tx) => {
      await announcePurge(tx, ["thread:1"]);
      throw new Error("rolled back");
    });
    await expect(failed).rejects.toThrow("rolled back");
    const ids = await announce("thread:2");
    await expect.poll(() => purges.hasSeen(ids), soon).toBe(true);
    expect(cache.holds("/")).toBe(true);
  });

  it("tells the open pages of a thread about its comment", async () => {
    const { comments } = await listening();
    const event = { kind: "comment_posted", actorId: null, threadId: null };
    await db.transaction((tx) => recordEvent(tx, event, ["thread:7"], { thread: 7, position: 3 }));
    await expect.poll(() => comments, soon).toEqual([{ thread: 7, position: 3 }]);
  });
});

describe("a connection that is killed", () => {
  it("closes the cache at once, and comes back by itself", async () => {
    const { cache, purges } = await listening();
    await kept(cache, "thread:1");
    const close = vi.spyOn(cache, "close");
    await killListeners();
    await expect.poll(() => close.mock.calls.length, { interval: 1, timeout: 500 }).toBe(1);
    expect(cache.holds("/")).toBe(false);
    await expect.poll(() => cache.isOpen, soon).toBe(true);
    await kept(cache, "thread:1");
    const ids = await announce("thread:1");
    await expect.poll(() => purges.hasSeen(ids), soon).toBe(true);
    expect(cache.holds("/")).toBe(false);
    expect(await listeners()).toHaveLength(1);
  });

  it("leaves nothing out of date behind: not what was kept, not what was rendered meanwhile", async () => {
    const wire = await aWire();
    const { cache } = await listening(wire.url);
    const [before, meanwhile] = [aHeldRender(), aHeldRender()];
    await kept(cache, "thread:1");
    const readers = [cache.get("/before", before.render)];
    wire.cut();
    await expect.poll(() => cache.isOpen, soon).toBe(false);
    readers.push(cache.get("/meanwhile", meanwhile.render));
    await announce("thread:1");
    wire.mend();
    await expect.poll(() => cache.isOpen, soon).toBe(true);
    for (const held of [before, meanwhile]) held.finish(aPage("old", ["thread:1"]));
    await Promise.all(readers);
    for (const key of ["/", "/before", "/meanwhile"]) expect([key, cache.holds(key)]).toEqual([key, false]);
  });

  it("is found out when it died without a word", async () => {
    const wire = await aWire();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    const { cache } = await listening(wire.url);
    expect(cache.isOpen).toBe(true);
    wire.fallSilent();
    await vi.advanceTimersByTimeAsync(9_400);
    expect(cache.isOpen).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(cache.isOpen).toBe(false);
  });
});

describe("a database that is not there yet", () => {
  it("holds up nobody, and is listened to when it comes", async () => {
    const wire = await aWire();
    wire.cut();
    const { cache, purges } = await listening(wire.url);
    expect(cache.isOpen).toBe(false);
    wire.mend();
    await expect.poll(() => cache.isOpen, soon).toBe(true);
    const ids = await announce("thread:1");
    await expect.poll(() => purges.hasSeen(ids), soon).toBe(true);
  });
});

describe("stop", () => {
  it("hangs up for good and keeps nothing", async () => {
    const { cache, purges } = await listening();
    await kept(cache, "thread:1");
    await purges.stop();
    expect(cache).toMatchObject({ isOpen: false, size: 0 });
    await expect.poll(listeners, soon).toEqual([]);
    await purges.stop();
  });

  it("also ends the attempts to come back", async () => {
    const wire = await aWire();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { cache, purges } = await listening(wire.url);
    wire.cut();
    await vi.waitUntil(() => !cache.isOpen, { interval: 0 });
    await purges.stop();
    wire.mend();
    // No longer than the first attempt waits, or its own time limit would pass with it.
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    // Whoever went there would have arrived by now: this goes the same way.
    await db.execute(sql`SELECT pg_sleep(0.2)`);
    expect(cache.isOpen).toBe(false);
    expect(await listeners()).toEqual([]);
  });
});

describe("members who hear of something", () => {
  it("are told once it is committed, all of them, and in messages that Postgres takes", async () => {
    const { heard } = await listening();
    const members = Array.from({ length: 1001 }, (_, n) => 999_999_999_000_000 + n);
    const before = heard.length;
    await db.transaction((tx) => announceHeard(tx, members));
    await expect.poll(() => heard.slice(before).flat().length, soon).toBe(1001);
    expect(heard.slice(before)).toHaveLength(3);
    expect(heard.slice(before).flat()).toEqual(expect.arrayContaining(members));
    await db
      .transaction(async (tx) => {
        await announceHeard(tx, [1]);
        throw new Error("taken back");
      })
      .catch(() => {});
    await announceHeard(db, []);
    await announceHeard(db, [2]);
    await expect.poll(() => heard.at(-1), soon).toEqual([2]);
    expect(heard).not.toContainEqual([1]);
  });

  it("may be anybody after a lost connection, and when a message cannot be read", async () => {
    const { heard } = await listening();
    expect(heard).toEqual([null]);
    await killListeners();
    await expect.poll(() => heard, soon).toEqual([null, null]);
    await db.execute(sql`NOTIFY heard, 'by hand'`);
    await expect.poll(() => heard, soon).toEqual([null, null, null]);
  });
});
