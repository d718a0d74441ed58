import { expect, it } from "vitest";
import { firstWords } from "./labels";

it.each([
  [{ title: ["Neck"], body: ["  It   began\nearly. "] }, "Neck · It began early."],
  [{ body: ["é".repeat(200)] }, `${"é".repeat(140)}…`],
  [{ body: ["😀".repeat(140)] }, "😀".repeat(140)],
  [{ effect: ["no_change"], title: [""], story: [" "] }, ""],
])("says how a draft begins: %#", (values, words) => {
  expect(firstWords(values)).toBe(words);
});
