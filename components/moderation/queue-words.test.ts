import { describe, expect, it } from "vitest";
import { claimWords, doneWords, dueWords, reportsWords } from "./queue-words";

describe("words of the queue", () => {
  it.each([
    [1, "Due in 1 minute"],
    [89, "Due in 89 minutes"],
    [90, "Due in 2 hours"],
    [47 * 60, "Due in 47 hours"],
    [48 * 60, "Due in 2 days"],
    [0, "Due now"],
    [-1, "Was due 1 minute ago"],
    [-26 * 60, "Was due 26 hours ago"],
  ])("%d minutes: %s", (minutes, words) => {
    expect(dueWords(minutes)).toBe(words);
  });

  it("say how many reported it and who looks at it", () => {
    expect([0, 1, 12].map(reportsWords)).toEqual(["No report", "1 report", "12 reports"]);
    expect(claimWords({ claim: null, own: false })).toBe("Nobody is looking at it.");
    expect(claimWords({ claim: { who: "ana", own: true }, own: false })).toBe("You are looking at it.");
    expect(claimWords({ claim: { who: "ana", own: false }, own: false })).toBe("ana is looking at it.");
    expect(claimWords({ claim: null, own: true })).toContain("another moderator decides");
    expect(doneWords({ what: "remove", who: "ana" })).toBe("Decided by ana: removed.");
  });
});
