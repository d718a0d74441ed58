import { setImmediate as soon } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPage } from "@/lib/testing/pages";
import { bytesOf } from "./template";
import { PageCache, type Page, type Rendered } from "./page-cache";

const tags = ["thread:1", "thread:2", "list:home", "list:member:1"] as const;
type Tag = (typeof tags)[number];
type Versions = Record<Tag, number>;

/** What each address shows. */
const shown: Tag[][] = [["thread:1"], ["thread:1", "list:home"], ["list:home"], ["thread:2", "list:member:1"]];
const readers = { ordinary: {}, afresh: { afresh: true }, impatient: { impatient: true } } as const;

type Step =
  | { does: "write"; tags: Tag[] }
  | { does: "hear" }
  | { does: "get"; key: number; reader: keyof typeof readers }
  | { does: "read" | "finish" | "fail"; which: number }
  | { does: "wait"; ms: number }
  | { does: "lose" | "return" };

const usual = fc.oneof(
  fc.record({ does: fc.constant("write" as const), tags: fc.subarray([...tags], { minLength: 1 }) }),
  fc.record({ does: fc.constant("hear" as const) }),
  fc.record({
    does: fc.constant("get" as const),
    key: fc.nat(shown.length - 1),
    reader: fc.constantFrom("ordinary" as const, "ordinary" as const, "afresh" as const, "impatient" as const),
  }),
  fc.record({ does: fc.constantFrom("read" as const, "finish" as const, "finish" as const), which: fc.nat(9) }),
  fc.record({ does: fc.constant("fail" as const), which: fc.nat(9) }),
  fc.record({ does: fc.constant("wait" as const), ms: fc.constantFrom(1, 400, 600, 1000, 1500) }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { arbitrary: usual, weight: 40 },
    { arbitrary: fc.record({ does: fc.constant("lose" as const) }), weight: 1 },
    // Most stories happen while purges arrive.
    { arbitrary: fc.record({ does: fc.constant("return" as const) }), weight: 4 },
  ),
  { minLength: 1, maxLength: 100, size: "max" },
);

type Render = { sees: Versions | null; tags: Tag[]; end: (rendered: Rendered) => void; fail: (error: Error) => void };
/** A version of a tag, and since when a list may no longer show an older one (but for its second). */
type Known = { tag: Tag; version: number; at: number };

/** The database, its announcements and the readers around one cache, all moved by hand. */
class World {
  clock = 0;
  truth: Versions = { "thread:1": 0, "thread:2": 0, "list:home": 0, "list:member:1": 0 };
  /** Announced and not heard yet, in the order of the commits. */
  announced: { tags: Tag[]; versions: Versions }[] = [];
  known: Known[] = [];
  renders: Render[] = [];
  waiting = 0;
  faults: string[] = [];
  cache = new PageCache({ maxBytes: 2 * 1200, now: () => this.clock });

  take(step: Step): void {
    if (step.does === "write") this.write(step.tags);
    if (step.does === "hear") this.hear();
    if (step.does === "get") this.get(step.key, step.reader);
    if (step.does === "wait") this.clock += step.ms;
    if (step.does === "lose") this.lose();
    if (step.does === "return") this.cache.open();
    if (step.does === "read" || step.does === "finish" || step.does === "fail") this.move(step.does, step.which);
  }

  write(written: Tag[]): void {
    for (const tag of written) this.truth[tag] += 1;
    if (this.cache.isOpen) this.announced.push({ tags: written, versions: { ...this.truth } });
    // Nobody hears of it, so from now on everybody has to see it.
    else this.know(written, this.truth);
  }

  hear(): void {
    const message = this.announced.shift();
    if (!message) return;
    this.cache.purge(message.tags);
    this.know(message.tags, message.versions);
  }

  lose(): void {
    this.cache.close();
    this.announced = [];
    this.know([...tags], this.truth);
  }

  know(which: Tag[], versions: Versions): void {
    for (const tag of which) this.known.push({ tag, version: versions[tag], at: this.clock });
  }

  /** The oldest version of a tag that a reader who asks now may be given. */
  floor(tag: Tag, reader: keyof typeof readers): number {
    if (reader === "afresh" || !this.cache.isOpen) return this.truth[tag];
    const graceMs = tag.startsWith("list:") && reader !== "impatient" ? 1000 : 0;
    const due = this.known.filter((one) => one.tag === tag && one.at + graceMs <= this.clock - (graceMs ? 1 : 0));
    return Math.max(0, ...due.map(({ version }) => version));
  }

  get(key: number, reader: keyof typeof readers): void {
    const wanted = shown[key] ?? [];
    const floors = wanted.map((tag) => [tag, this.floor(tag, reader)] as const);
    this.waiting += 1;
    const answer = this.cache.get(`/${key}`, () => this.render(wanted), readers[reader]);
    answer
      .then((page) => this.judge(page, floors))
      .catch(() => {})
      .finally(() => (this.waiting -= 1));
  }

  judge(page: Page, floors: (readonly [Tag, number])[]): void {
    const seen = JSON.parse(String(page.template.pieces[0])) as Versions;
    for (const [tag, floor] of floors) {
      if (seen[tag] < floor) this.faults.push(`${tag}: version ${seen[tag]} was served, ${floor} was due`);
    }
  }

  render(wanted: Tag[]): Promise<Rendered> {
    return new Promise((end, fail) => this.renders.push({ sees: null, tags: wanted, end, fail }));
  }

  move(does: "read" | "finish" | "fail", which: number): void {
    const render = this.renders[which % Math.max(1, this.renders.length)];
    if (!render) return;
    render.sees ??= { ...this.truth };
    if (does === "read") return;
    this.renders = this.renders.filter((other) => other !== render);
    if (does === "fail") render.fail(new Error("this render failed"));
    else render.end({ page: aPage(JSON.stringify(render.sees), render.tags), storable: true });
  }
}

describe("whatever renders, purges and readers do to each other", () => {
  it("nobody is given what is older than the newest purge that was heard before they asked", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const world = new World();
        world.cache.open();
        for (const step of story) {
          world.take(step);
          if (step.does === "finish" || step.does === "fail") await soon();
          expect(world.cache.bytes).toBeLessThanOrEqual(2 * 1200);
        }
        while (world.renders.length > 0) {
          world.move("finish", 0);
          await soon();
        }
        await soon();
        expect(world.faults).toEqual([]);
        expect(world.waiting).toBe(0);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);

  it("has room for a few of its pages, so that they push each other out too", () => {
    const words = JSON.stringify(new World().truth);
    const bytes = bytesOf(aPage(words, []).template) + 600;
    expect(Math.floor((2 * 1200) / bytes)).toBe(3);
  });
});
