import { describe, expect, it } from "vitest";
import { refusalSentence } from "@/lib/platform/refusals";
import { findClaims } from "./claims";
import { articleRefusals, tellClaims } from "./labels";

const told = (text: string) => {
  const claims = findClaims(text, new Map());
  return refusalSentence("claims", { count: claims.length, told: tellClaims(claims) }, articleRefusals);
};

describe("what an editor reads about claims", () => {
  it("names the sentence, the words and another way", () => {
    const sentence = told("It is calm. Massage cures migraine. It is warm.");
    expect(sentence).toContain("1 sentence says more than the sources carry.");
    expect(sentence).toContain("(1) “Massage cures migraine.” The words: “cures”. Say what was found so far");
    expect(sentence).not.toContain("calm");
  });

  it("shows five, and says how many more there are", () => {
    expect(told("It cures. ".repeat(5))).not.toContain("more.");
    expect(told("It cures. ".repeat(6))).toContain("There is 1 more.");
    const many = told("It cures. ".repeat(9));
    expect(many).toContain("9 sentences say");
    expect(many).toContain("There are 4 more.");
    expect(many).toContain("(5)");
    expect(many).not.toContain("(6)");
  });

  it("cuts a long sentence between words", () => {
    const sentence = told(`It cures ${"all of us ".repeat(100)}.`);
    expect(sentence).toContain("of us…”");
    expect(sentence.length).toBeLessThan(500);
  });
});
