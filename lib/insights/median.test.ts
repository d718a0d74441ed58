import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ordinalMedian } from "./median";

describe("ordinalMedian", () => {
  it.each([
    ["nobody", [0, 0, 0], null],
    ["no scale", [], null],
    ["one person", [0, 1, 0], { low: 1, high: 1 }],
    ["an odd number", [1, 1, 1], { low: 1, high: 1 }],
    ["an even number that agrees", [1, 2, 1], { low: 1, high: 1 }],
    ["an even number that is split", [2, 2, 0], { low: 0, high: 1 }],
    ["a split over a gap", [5, 0, 0, 5], { low: 0, high: 3 }],
    ["a long tail", [1, 1, 1, 100], { low: 3, high: 3 }],
  ])("finds the middle of %s", (_name, counts, middle) => {
    expect(ordinalMedian(counts)).toEqual(middle);
  });

  it("is the middle of everybody's answers in a sorted row", () => {
    const scale = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(scale, (counts) => {
        const row = counts.flatMap((n, answer) => Array<number>(n).fill(answer)).sort((a, b) => a - b);
        const middle = row.length
          ? { low: row[Math.floor((row.length - 1) / 2)], high: row[Math.floor(row.length / 2)] }
          : null;
        expect(ordinalMedian(counts)).toEqual(middle);
      }),
    );
  });
});
