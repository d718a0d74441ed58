import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPage } from "@/lib/testing/pages";
import { PageCache, type Page } from "./page-cache";

function anOpenCache(maxBytes: number): PageCache {
  const cache = new PageCache({ maxBytes });
  cache.open();
  return cache;
}

const made = (page: Page) => async () => ({ page, storable: true });
const never = () => Promise.reject(new Error("this was rendered although a page was kept"));

describe("the memory of a cache", () => {
  const bytesFor = (page: Page, key: string) => page.template.pieces[0]!.length + 100 + 600 + 2 * key.length;

  it("holds what was used last, within its bounds", async () => {
    const asked = fc.array(fc.tuple(fc.nat(12), fc.nat(3000)), { maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 0, max: 12_000 }), async (gets, maxBytes) => {
        const cache = anOpenCache(maxBytes);
        let expected: { key: string; bytes: number }[] = [];
        for (const [number, length] of gets) {
          const key = `/${number}`;
          const page = aPage("x".repeat(length), [`thread:${number}`]);
          const kept = expected.find((entry) => entry.key === key);
          await cache.get(key, kept ? never : made(page));
          const used = kept ?? { key, bytes: bytesFor(page, key) };
          if (used.bytes > maxBytes) continue;
          expected = [...expected.filter((entry) => entry !== kept), used];
          while (expected.reduce((sum, { bytes }) => sum + bytes, 0) > maxBytes) expected.shift();
          expect(cache.bytes).toBe(expected.reduce((sum, { bytes }) => sum + bytes, 0));
          expect(cache.size).toBe(expected.length);
        }
        for (const { key } of expected) expect(cache.holds(key)).toBe(true);
        cache.purge(gets.map(([number]) => `thread:${number}`));
        expect(cache).toMatchObject({ size: 0, bytes: 0 });
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("keeps nothing of pages and tags that went, and little of purges", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const cache = anOpenCache(20_000);
    const churn = async (from: number, count: number) => {
      for (let n = from; n < from + count; n += 1) {
        const tag = `thread:${"0".repeat(200)}${n}`;
        await cache.get(`/${n}`, made(aPage("x", [tag])));
        if (n % 3 === 0) cache.purge([tag]);
        cache.purge(Array.from({ length: 5 }, (_, index) => `member:${n}.${index}`));
      }
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = await churn(0, 25_000);
    const after = await churn(25_000, 25_000);
    // 25,000 tags of 200 letters with their sets would be some 10 MB, 125,000 numbers of purges as much.
    expect(after - before).toBeLessThan(4_000_000);
  }, 60_000);
});
