import { expect, it } from "vitest";
import { energyWords, waitingWords } from "./labels";

it.each([
  [1, "No reply for 1 hour"],
  [6.98, "No reply for 6 hours"],
  [47.9, "No reply for 47 hours"],
  [48, "No reply for 2 days"],
  [320, "No reply for 13 days"],
])("says how long a post has waited: %s hours", (hours, words) => {
  expect(waitingWords(hours)).toBe(words);
});

it.each([
  [0, "Not today, you said. That is fine."],
  [1, "You said: one post. This ends at midnight (America/New York), and 0 takes it back at any time."],
  [3, "You said: up to three posts. This ends at midnight (America/New York), and 0 takes it back at any time."],
])("says what somebody said, and until when it holds: %s", (answers, words) => {
  expect(energyWords(answers, "America/New_York")).toBe(words);
});
