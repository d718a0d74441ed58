import { expect, it } from "vitest";
import { allWords, firstWords } from "./labels";

it.each([
  [{ title: ["Neck"], body: ["  It   began\nearly. "] }, "Neck · It began early."],
  [{ body: ["é".repeat(200)] }, `${"é".repeat(140)}…`],
  [{ body: ["😀".repeat(140)] }, "😀".repeat(140)],
  [{ effect: ["no_change"], title: [""], story: [" "] }, ""],
])("says how a draft begins: %#", (values, words) => {
  expect(firstWords(values)).toBe(words);
});

it("gives all words as they were typed, where the beginning leaves some out", () => {
  const body = `A line.\n\n  ${"Another. ".repeat(20)}`.trim();
  expect(allWords({ title: ["Neck"], body: [body], effect: ["no_change"] })).toBe(`Neck\n\n${body}`);
  expect(allWords({ title: ["Neck"], body: ["It began early."] })).toBeNull();
});
