import { expect, it } from "vitest";
import { changedLines } from "./changed-lines";

it.each([
  ["the same text", "One.\n\nTwo.", "One.\nTwo.", []],
  ["a line that is new", "One.\nTwo.\nhttps://example.org", "One.\nTwo.", ["https://example.org"]],
  ["a line that is gone", "One.", "One.\nTwo.", []],
  ["a line that moved", "Two.\nOne.", "One.\nTwo.", []],
  ["a line with one other word", "It helped him.", "It helped me.", ["It helped him."]],
  ["nothing", "", "One.", []],
])("marks what the other text does not hold: %s", (_name, text, other, expected) => {
  const lines = changedLines(text, other);
  expect(lines.filter(({ changed }) => changed).map((line) => line.text)).toEqual(expected);
  expect(lines.map((line) => line.text).join("\n")).toBe(text.replace(/\n+/g, "\n"));
});
