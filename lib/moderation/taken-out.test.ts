import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passageOf, putBack, type TakenOut } from "./taken-out";
import { redactedMark, withoutPassage } from "./text-fields";

const takeOut = (original: string, passage: string, name: TakenOut["name"] = "body"): TakenOut => ({
  name,
  original,
  redacted: withoutPassage(name, original, passage),
});

/** Texts of few letters, so that passages stand in them more than once and overlap, with marks that were there before. */
const words = fc
  .array(fc.constantFrom("a", "b", "[", "Dr ", "Weiss ", redactedMark, "\n", "é", "🌿"), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join(""));

const withPassage = words.chain((text) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
    .map(([from, length]) => ({ text, passage: text.slice(from, from + length) })),
);

describe("passageOf", () => {
  it("finds what was taken out, from the two texts alone", () => {
    fc.assert(
      fc.property(withPassage, ({ text, passage }) => {
        const taken = takeOut(text, passage);
        const found = passageOf(taken);
        fc.pre(taken.redacted !== text);
        expect(found).not.toBeNull();
        expect(withoutPassage("body", text, found ?? "")).toBe(taken.redacted);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["My doctor, Dr Weiss, said so. Dr Weiss!", "Dr Weiss"],
    ["Call 0123 or 0123", "0123"],
    [`${redactedMark} and Ana`, "Ana"],
    ["Ana", "Ana"],
  ])("%s", (text, passage) => {
    expect(passageOf(takeOut(text, passage))).toBe(passage);
  });

  it("says so where none was", () => {
    expect(passageOf({ name: "body", original: "One.", redacted: "Two." })).toBeNull();
    expect(passageOf({ name: "body", original: "One.", redacted: `Two ${redactedMark}.` })).toBeNull();
  });
});

describe("putBack", () => {
  const original = "Dr Weiss lives at Mill Lane 4, call 0123.";
  const first = takeOut(original, "Dr Weiss");
  const second = takeOut(first.redacted, "Mill Lane 4");
  const third = takeOut(second.redacted, "0123");

  it("gives the whole text back where nothing came after it", () => {
    expect(putBack(third, [], third.redacted)).toEqual({ text: second.redacted, later: [] });
  });

  it("leaves out what was taken out since, and can be put back in any order", () => {
    const back = putBack(first, [second, third], third.redacted);
    expect(back?.text).toBe(`Dr Weiss lives at ${redactedMark}, call ${redactedMark}.`);
    const [again, last] = back?.later ?? [];
    if (!again || !last) throw new Error("nothing stands after it");
    const next = putBack(again, [last], last.redacted);
    expect(next?.text).toBe(`Dr Weiss lives at Mill Lane 4, call ${redactedMark}.`);
    const [end] = next?.later ?? [];
    if (!end) throw new Error("nothing stands after it");
    expect(putBack(end, [], end.redacted)?.text).toBe(original);
  });

  it("leaves what the author has written since", () => {
    expect(putBack(first, [], "Something new.")).toBeNull();
    expect(putBack(first, [second], "Something new.")).toBeNull();
    const edited = takeOut("I moved away from Mill Lane 4.", "Mill Lane 4");
    expect(putBack(first, [edited], edited.redacted)).toBeNull();
  });

  it("keeps a title as long as titles may be", () => {
    const title = takeOut(`Ana ${"x".repeat(146)}`, "Ana", "title");
    expect([...title.redacted]).toHaveLength(150);
    expect(putBack(title, [], title.redacted)?.text).toBe(title.original);
  });
});
