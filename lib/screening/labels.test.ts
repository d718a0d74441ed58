import { expect, it } from "vitest";
import { expectedWait } from "./labels";

it.each([
  [null, "That takes two days as a rule, and often less."],
  [0.2, "Lately this took about an hour."],
  [1.4, "Lately this took about an hour."],
  [1.6, "Lately this took about 2 hours."],
  [30, "Lately this took about 30 hours."],
  [37, "Lately this took about 2 days."],
  [100, "Lately this took about 4 days."],
])("tells a wait of %s hours", (hours, sentence) => {
  expect(expectedWait(hours)).toBe(sentence);
});
