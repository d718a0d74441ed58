import { describe, expect, it } from "vitest";
import { aHeldRender, aPage } from "@/lib/testing/pages";
import { PageCache, type Page } from "./page-cache";

function anOpenCache({ now }: { now?: () => number } = {}): PageCache {
  const cache = new PageCache({ maxBytes: 1_000_000, now });
  cache.open();
  return cache;
}

const made = (page: Page) => async () => ({ page, storable: true });
const never = () => Promise.reject(new Error("this was rendered although a page was kept"));

describe("a page that nobody has asked for yet", () => {
  it("is rendered once for 200 who ask at the same time", async () => {
    const cache = anOpenCache();
    const held = aHeldRender();
    const readers = Array.from({ length: 200 }, () => cache.get("/", held.render));
    const page = aPage("home", ["home"]);
    held.finish(page);
    expect(new Set(await Promise.all(readers))).toEqual(new Set([page]));
    expect(held.begun).toBe(1);
    expect(cache.counts).toMatchObject({ misses: 200, renders: 1, hits: 0 });
    expect(await cache.get("/", never)).toBe(page);
  });

  it("is rendered for each address", async () => {
    const cache = anOpenCache();
    const words = await Promise.all(["/a", "/b"].map((key) => cache.get(key, made(aPage(key, ["t"])))));
    expect(words.map(({ template }) => String(template.pieces[0]))).toEqual(["/a", "/b"]);
  });

  it("fails for everybody who waits when its render fails, and is tried again for the next", async () => {
    const cache = anOpenCache();
    const held = aHeldRender();
    const readers = [cache.get("/", held.render), cache.get("/", held.render)];
    held.fail(new Error("no database"));
    const results = await Promise.allSettled(readers);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(cache.size).toBe(0);
    const page = aPage("home", ["home"]);
    expect(await cache.get("/", made(page))).toBe(page);
  });

  it("is not kept when its render says so", async () => {
    const cache = anOpenCache();
    await cache.get("/", async () => ({ page: aPage("gone", ["t"]), storable: false }));
    expect(cache).toMatchObject({ size: 0, bytes: 0 });
  });
});

describe("a purge", () => {
  it("takes out what shows the tag, and nothing else", async () => {
    const cache = anOpenCache();
    await cache.get("/one", made(aPage("one", ["thread:1", "member:7"])));
    await cache.get("/two", made(aPage("two", ["thread:2", "member:7"])));
    cache.purge(["thread:1"]);
    expect([cache.holds("/one"), cache.holds("/two")]).toEqual([false, true]);
    cache.purge(["member:7", "thread:3"]);
    expect(cache).toMatchObject({ size: 0, bytes: 0 });
  });

  it("during a render: its page is served and never kept", async () => {
    const cache = anOpenCache();
    const held = aHeldRender();
    const reader = cache.get("/", held.render);
    cache.purge(["thread:1"]);
    const page = aPage("old", ["thread:1", "list:home"]);
    held.finish(page);
    expect(await reader).toBe(page);
    expect(cache.holds("/")).toBe(false);
    expect(cache.counts.discarded).toBe(1);
  });

  it("during a render: whoever asks afterwards does not wait for that render", async () => {
    const cache = anOpenCache();
    const [before, after] = [aHeldRender(), aHeldRender()];
    const first = cache.get("/", before.render);
    cache.purge(["thread:1"]);
    const second = cache.get("/", after.render);
    after.finish(aPage("new", ["thread:1"]));
    before.finish(aPage("old", ["thread:1"]));
    expect(String((await second).template.pieces[0])).toBe("new");
    await first;
    expect(String((await cache.get("/", never)).template.pieces[0])).toBe("new");
  });

  it("is not forgotten among very many others", async () => {
    const cache = anOpenCache();
    const held = aHeldRender();
    const reader = cache.get("/", held.render);
    cache.purge(["thread:1"]);
    for (let n = 0; n < 20_001; n += 1) cache.purge([`member:${n}`]);
    held.finish(aPage("old", ["thread:1"]));
    await reader;
    expect(cache.holds("/")).toBe(false);
  });
});

describe("a list that is out of date", () => {
  function aKeptList() {
    const clock = { ms: 5000 };
    const cache = anOpenCache({ now: () => clock.ms });
    const old = aPage("old", ["list:home"]);
    return { clock, cache, old, keep: () => cache.get("/", made(old)) };
  }

  it("is served for a second while one render replaces it", async () => {
    const { clock, cache, old, keep } = aKeptList();
    await keep();
    cache.purge(["list:home"]);
    const held = aHeldRender();
    clock.ms += 1000;
    for (let reader = 0; reader < 50; reader += 1) expect(await cache.get("/", held.render)).toBe(old);
    expect(held.begun).toBe(1);
    const page = aPage("new", ["list:home"]);
    held.finish(page);
    await expect.poll(() => cache.holds("/")).toBe(true);
    expect(await cache.get("/", never)).toBe(page);
    expect(cache.counts).toMatchObject({ stale: 50, hits: 1 });
  });

  it("is not served for longer, also when more purges come", async () => {
    const { clock, cache, keep } = aKeptList();
    await keep();
    cache.purge(["list:home"]);
    clock.ms += 600;
    cache.purge(["list:home"]);
    clock.ms += 401;
    const page = aPage("new", ["list:home"]);
    expect(await cache.get("/", made(page))).toBe(page);
  });

  it("will not do for somebody who wrote lately", async () => {
    const { cache, keep } = aKeptList();
    await keep();
    cache.purge(["list:home"]);
    const page = aPage("new", ["list:home"]);
    expect(await cache.get("/", made(page), { impatient: true })).toBe(page);
  });

  it("stays when the render that should replace it fails", async () => {
    const { cache, old, keep } = aKeptList();
    await keep();
    cache.purge(["list:home"]);
    expect(await cache.get("/", () => Promise.reject(new Error("no database")))).toBe(old);
  });

  it("counts its second from the start of the render that a purge overtook", async () => {
    const { clock, cache } = aKeptList();
    const held = aHeldRender();
    const reader = cache.get("/", held.render);
    clock.ms += 400;
    cache.purge(["list:home"]);
    held.finish(aPage("old", ["list:home"]));
    const old = await reader;
    clock.ms += 600;
    const next = aHeldRender();
    expect(await cache.get("/", next.render)).toBe(old);
    clock.ms += 1;
    const late = cache.get("/", never);
    const page = aPage("new", ["list:home"]);
    next.finish(page);
    expect(await late).toBe(page);
  });
});

describe("whoever wrote what was not announced here yet", () => {
  it("gets a render of their own, not a kept page and not one under way", async () => {
    const cache = anOpenCache();
    await cache.get("/kept", made(aPage("kept", ["thread:1"])));
    const held = aHeldRender();
    const other = cache.get("/under-way", held.render);
    for (const key of ["/kept", "/under-way"]) {
      const page = aPage("afresh", ["thread:1"]);
      expect(await cache.get(key, made(page), { afresh: true })).toBe(page);
    }
    expect(cache.counts.bypassed).toBe(2);
    held.finish(aPage("old", ["thread:1"]));
    await other;
  });
});

describe("while purges may be lost", () => {
  it("keeps nothing and renders for everybody", async () => {
    const cache = anOpenCache();
    await cache.get("/", made(aPage("old", ["thread:1"])));
    cache.close();
    expect(cache).toMatchObject({ isOpen: false, size: 0, bytes: 0 });
    // Two who ask at once may have a write between them that nobody hears of.
    const pages = [aPage("one", ["thread:1"]), aPage("two", ["thread:1"])];
    expect(await Promise.all(pages.map((page) => cache.get("/", made(page))))).toEqual(pages);
    expect(cache).toMatchObject({ size: 0, bytes: 0 });
    cache.open();
    await cache.get("/", made(aPage("three", ["thread:1"])));
    expect(cache.holds("/")).toBe(true);
  });

  it.each(["before", "meanwhile"])(
    "nothing is kept of a render that began %s, also when it ends later",
    async (began) => {
      const cache = anOpenCache();
      const held = aHeldRender();
      if (began === "meanwhile") cache.close();
      const reader = cache.get("/", held.render);
      if (began === "before") cache.close();
      // Here a write changes thread 1, and nobody hears of it.
      cache.open();
      held.finish(aPage("old", ["thread:1"]));
      await reader;
      expect(cache.holds("/")).toBe(false);
    },
  );
});
