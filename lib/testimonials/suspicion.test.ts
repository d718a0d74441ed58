import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness, suspicionsOf, type Signs } from "./suspicion";

const story =
  "I had three sessions in May and the therapist held the back of my head until the pain went down, and for two days I could work again.";
const quiet: Signs = { firstOnes: 0, fromNetwork: 1, text: story, others: [], providers: ["wren_physio"] };
const codesOf = (signs: Partial<Signs>) => suspicionsOf({ ...quiet, ...signs }).map(({ code }) => code);

describe("suspicionsOf", () => {
  it.each<[string, Partial<Signs>, string[]]>([
    ["an ordinary story", {}, []],
    ["four new members in three days", { firstOnes: 4 }, []],
    ["five new members in three days", { firstOnes: 5 }, ["burst"]],
    ["two from one household", { fromNetwork: 2 }, []],
    ["three from one network", { fromNetwork: 3 }, ["network"]],
    ["the same words again", { others: [{ threadId: 7, text: story }] }, ["wording"]],
    [
      "words that were slightly changed",
      { others: [{ threadId: 7, text: story.replace("three", "four") }] },
      ["wording"],
    ],
    [
      "another story",
      { others: [{ threadId: 7, text: "My partner rubs my neck on Sundays, and nothing has changed since." }] },
      [],
    ],
    ["a link", { text: `${story} Book at https://calm.example/now` }, ["business"]],
    ["an address without its beginning", { text: `${story} See calmhands.com` }, ["business"]],
    ["a mail address", { text: `${story} Write to ana@calm.example.org` }, ["business"]],
    ["a phone number", { text: `${story} Ring +44 20 7946 0958.` }, ["business"]],
    ["the name of a practice", { text: `${story} It was at Serenity Clinic.` }, ["business"]],
    ["the handle of a provider", { text: `${story} Thanks to wren_physio!` }, ["business"]],
    [
      "numbers and dates in a story",
      { text: `${story} On 12.05.2026 it was 3 of 10, before that 8/10. 2-3 times.` },
      [],
    ],
    [
      "all of it",
      { firstOnes: 9, fromNetwork: 4, text: `${story} calm.com`, others: [{ threadId: 3, text: story }] },
      ["burst", "network", "wording", "business"],
    ],
  ])("%s", (_name, signs, codes) => {
    expect(codesOf(signs)).toEqual(codes);
  });

  it("names the thread with the same words", () => {
    const others = [
      { threadId: 5, text: "Something else entirely." },
      { threadId: 7, text: story },
    ];
    expect(suspicionsOf({ ...quiet, others })).toEqual([{ code: "wording", n: 7 }]);
  });
});

describe("likeness", () => {
  const text = fc
    .array(fc.constantFrom("ache", "neck", "calm", "day", "rain", "hand", "work", "rest"), { maxLength: 60 })
    .map((words) => words.join(" "));

  it("is a share, the same in both directions", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one), 10);
        expect(likeness(one, other)).toBeGreaterThanOrEqual(0);
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is one for a text inside another, and none for short ones", () => {
    expect(likeness(story, `Before it. ${story} And after.`)).toBe(1);
    expect(likeness("It helped a lot.", "It helped a lot.")).toBe(0);
  });
});
