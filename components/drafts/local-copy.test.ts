import { describe, expect, it } from "vitest";
import { asideKey, keyOf, placeOfKey, readCopy } from "./local-copy";

const now = Date.UTC(2026, 5, 1);
const daysBefore = (days: number) => now - days * 86_400_000;
const values = { effect: ["no_change"], areas: ["neck", "jaw"] };
const rest = { step: "step-effect", writer: "w".repeat(22), base: { id: 3, version: 2 }, saved: true };

describe("a copy of a form in this browser", () => {
  it("comes back as it was", () => {
    const copy = { at: daysBefore(179), values, ...rest };
    expect(readCopy(JSON.stringify(copy), now)).toEqual(copy);
  });

  it("is dropped after 180 days", () => {
    expect(readCopy(JSON.stringify({ at: daysBefore(181), values, ...rest }), now)).toBeNull();
  });

  it.each([
    null,
    "",
    "half a thought",
    "null",
    "7",
    "[]",
    `{"at":"yesterday","values":{}}`,
    `{"at":${now},"values":null}`,
    `{"at":${now}}`,
  ])("is none where %j is stored", (stored) => {
    expect(readCopy(stored, now)).toBeNull();
  });

  it("loses only what is no list of answers, and is not taken for saved", () => {
    const stored = JSON.stringify({ at: now, values: { ...values, story: 3 }, base: { id: "3" }, saved: "yes" });
    expect(readCopy(stored, now)).toEqual({ at: now, step: "", values, writer: "", base: null, saved: false });
  });

  it("is found by the form and its member, and by nobody else's number", () => {
    const key = keyOf("comment-5", 12);
    const aside = asideKey(key, { at: now, values, ...rest });
    expect([key, aside].map((each) => placeOfKey(each, 12))).toEqual(["comment-5", "comment-5"]);
    expect([key, aside, "theme"].map((each) => placeOfKey(each, 1))).toEqual([null, null, null]);
  });
});
