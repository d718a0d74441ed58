import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalCopy } from "./local-copy";
import { isSame, reconcile, type AccountCopy, type Plan } from "./reconcile";

const now = Date.UTC(2026, 5, 1);
const words = (text: string) => ({ body: [text] });

const local = (given: Partial<LocalCopy> & { ago?: number } = {}): LocalCopy => {
  const { ago = 60, ...rest } = given;
  return { at: now - ago * 1000, step: "", values: words("here"), writer: "a", base: null, saved: false, ...rest };
};
const account = (given: Partial<AccountCopy> = {}): AccountCopy => {
  return { id: 1, version: 3, writer: "b", step: "", values: words("there"), ageSeconds: 60, ...given };
};
const newest = { id: 1, version: 3 };
const quiet = { setAside: false, another: false };

const cases: [string, LocalCopy | null, AccountCopy | null, Plan][] = [
  ["nothing anywhere", null, null, { show: "nothing", base: null, ...quiet }],
  ["another device's words", null, account(), { show: "account", base: newest, ...quiet }],
  ["words that only this browser has", local(), null, { show: "local", base: null, ...quiet }],
  ["what was posted elsewhere", local({ saved: true, base: newest }), null, { show: "nothing", base: null, ...quiet }],
  ["saved here, gone on with there", local({ saved: true }), account(), { show: "account", base: newest, ...quiet }],
  [
    "the same words in both",
    local({ ago: 9, values: words("there") }),
    account(),
    { show: "account", base: newest, ...quiet },
  ],
  ["typed over the newest version", local({ base: newest }), account(), { show: "local", base: newest, ...quiet }],
  [
    "an answer that was lost",
    local({ writer: "b", base: { id: 1, version: 2 } }),
    account(),
    { show: "local", base: newest, ...quiet },
  ],
  [
    "newer here, over an older version",
    local({ ago: 5, base: { id: 1, version: 2 } }),
    account(),
    { show: "local", base: null, setAside: false, another: true },
  ],
  [
    "newer there, over another version",
    local({ ago: 90, base: { id: 1, version: 2 } }),
    account(),
    { show: "account", base: newest, setAside: true, another: true },
  ],
];

describe("reconcile", () => {
  it.each(cases)("%s", (_name, mine, theirs, plan) => {
    expect(reconcile(mine, theirs, now)).toEqual(plan);
  });

  const base = fc.option(fc.record({ id: fc.integer({ min: 1, max: 2 }), version: fc.integer({ min: 1, max: 3 }) }));
  const few = fc.constantFrom("one", "two", "three").map(words);
  const anyLocal = fc.record({
    ...{ at: fc.integer({ min: now - 100_000, max: now }), step: fc.constant(""), values: few },
    ...{ writer: fc.constantFrom("", "a", "b"), base, saved: fc.boolean() },
  });
  const anyAccount = fc.record({
    ...{
      id: fc.integer({ min: 1, max: 2 }),
      version: fc.integer({ min: 1, max: 3 }),
      writer: fc.constantFrom("a", "b"),
    },
    ...{ step: fc.constant(""), values: few, ageSeconds: fc.integer({ min: 0, max: 100 }) },
  });

  it("loses no words that only this browser has: they are shown, or go to the account", () => {
    fc.assert(
      fc.property(anyLocal, fc.option(anyAccount), (mine, theirs) => {
        fc.pre(!mine.saved);
        const { show, setAside } = reconcile(mine, theirs, now);
        const kept = show === "local" || setAside || (theirs !== null && isSame(mine.values, theirs.values));
        expect(kept).toBe(true);
      }),
    );
  });

  it("loses no words of the account: only whoever saw them or wrote them writes over them", () => {
    fc.assert(
      fc.property(anyLocal, anyAccount, (mine, theirs) => {
        const { show, base: goesOn, another } = reconcile(mine, theirs, now);
        const seen =
          mine.writer === theirs.writer || (mine.base?.id === theirs.id && mine.base.version === theirs.version);
        if (show === "local") expect(seen ? goesOn !== null : goesOn === null && another).toBe(true);
        else expect([show, goesOn]).toEqual(["account", { id: theirs.id, version: theirs.version }]);
      }),
    );
  });

  it("shows the newer one where neither was written over the other", () => {
    fc.assert(
      fc.property(anyLocal, anyAccount, (mine, theirs) => {
        const { show, another } = reconcile(mine, theirs, now);
        fc.pre(another);
        expect(show).toBe((now - mine.at) / 1000 < theirs.ageSeconds ? "local" : "account");
      }),
    );
  });
});
