import { describe, expect, it } from "vitest";
import { monthWords, shareWords, spanWords } from "./figure-words";

describe("a span", () => {
  it.each([
    [null, "Nothing to measure yet"],
    [0, "Less than a minute"],
    [59, "Less than a minute"],
    [60, "1 minute"],
    [89, "1 minute"],
    [90, "2 minutes"],
    [3600, "60 minutes"],
    [5399, "90 minutes"],
    [5400, "2 hours"],
    [86_400, "24 hours"],
    [129_599, "36 hours"],
    [129_600, "2 days"],
    [1_000_000, "12 days"],
  ])("of %s seconds is %s", (seconds, words) => {
    expect(spanWords(seconds)).toBe(words);
  });
});

it.each([
  [0, 0, "None"],
  [0, 7, "0 of 7 (0 %)"],
  [3, 40, "3 of 40 (8 %)"],
  [40, 40, "40 of 40 (100 %)"],
])("%i of %i are %s", (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words);
});

it("says a month as people do", () => {
  expect(monthWords("2026-05")).toBe("May 2026");
});
