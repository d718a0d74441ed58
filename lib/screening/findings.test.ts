import { describe, expect, it } from "vitest";
import { findingsIn, type Phrase, type Watch } from "./findings";

const phrase = (id: number, words: string): Phrase => ({ id, phrase: words, act: "hold", note: "" });
const watch: Watch = {
  phrases: [phrase(1, "miracle cure"), phrase(2, "calm.example"), phrase(3, "detox*")],
  allowedHosts: ["nih.gov"],
  siteUrl: "https://unknot.example",
};
const found = (text: string, addedTo = "") => {
  const { phrases, distress, ...counts } = findingsIn(text, addedTo, watch);
  return { phrases: phrases.map(({ id }) => id), distress: [...new Set(distress.map(({ kind }) => kind))], ...counts };
};
const nothing = { phrases: [], distress: [], links: 0, mentions: 0 };

describe("findingsIn", () => {
  it.each<[string, string, object]>([
    ["an ordinary text", "My neck was held for ten minutes, and it went.", {}],
    ["a phrase", "A **miracle** cure!", { phrases: [1] }],
    ["an address that is watched for", "[here](https://calm.example/now)", { phrases: [2], links: 1 }],
    ["two phrases", "Detoxing is no miracle cure.", { phrases: [1, 3] }],
    ["a host on the list", "https://www.ncbi.nlm.nih.gov/pmc/1", {}],
    ["this site", "See https://unknot.example/safety", {}],
    ["two addresses elsewhere", "evil.com/a and evil.com/b", { links: 2 }],
    ["people called by name", "@ana, @ben and @Ana: see `@carl`.", { mentions: 2 }],
    ["words of despair", "I want to die.", { distress: ["crisis"] }],
    ["a red flag", "This is the worst headache of my life and it came on suddenly.", { distress: ["red_flag"] }],
  ])("of %s", (_name, text, expected) => {
    expect(found(text)).toEqual({ ...nothing, ...expected });
  });

  it.each<[string, string, string, object]>([
    [
      "nothing that stood there before",
      "miracle cure evil.com I want to die.",
      "miracle cure evil.com I want to die.",
      {},
    ],
    ["a link that was added", "evil.com/a evil.com/b", "evil.com/a", { links: 1 }],
    ["people who were called before", "@ana @ben @carl!", "@carl @ana @ben", {}],
    ["one more of them", "@ana @ben @carl", "@ana @ben", { mentions: 3 }],
    ["a phrase that was added", "no miracle cure", "no cure", { phrases: [1] }],
    ["words of despair that were added", "It hurts. I want to die.", "It hurts.", { distress: ["crisis"] }],
    ["what another text had taken away", "It hurts.", "miracle cure evil.com", {}],
  ])("of an edit: %s", (_name, text, before, expected) => {
    expect(found(text, before)).toEqual({ ...nothing, ...expected });
  });
});
