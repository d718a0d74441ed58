import { expect, it } from "vitest";
import { notificationWords } from "./labels";

type Told = Parameters<typeof notificationWords>[0];
const told = (given: Partial<Told>): Told => ({
  ...{ kind: "comment", gesture: null, names: ["ana"], people: 1, count: 1 },
  ...given,
});

it.each<[Partial<Told>, string]>([
  [{}, "ana wrote"],
  [{ count: 2 }, "ana wrote, 2 comments"],
  [{ kind: "reply", names: ["ana", "ben"], people: 2, count: 12 }, "ana and ben replied to you, 9+ comments"],
  [
    { kind: "mention", names: ["ana", "ben", "carl"], people: 3, count: 3 },
    "ana, ben and carl mentioned you, 3 comments",
  ],
  [
    { kind: "thanks", gesture: "thanks", names: ["ana", "ben", "carl"], people: 4 },
    "ana, ben and 2 others thanked you",
  ],
  [{ kind: "thanks", gesture: "hug" }, "ana sent you a hug"],
  [{ kind: "thanks", gesture: "same", names: ["ana", "ben"], people: 2 }, "ana and ben said “same here”"],
  [{ kind: "thanks", names: ["ana", "ben", "carl"], people: 30 }, "ana, ben and 9+ others reacted to what you wrote"],
  [{ kind: "quoted", names: [], people: 0 }, "Somebody quoted you in an article"],
  [{ kind: "thread" }, "ana started this"],
])("%j reads well", (given, words) => {
  expect(notificationWords(told(given))).toBe(words);
});
