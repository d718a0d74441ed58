import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainly } from "@/lib/platform/markdown";
import { foldWords, holdsPhrase } from "./phrases";

const holds = (text: string, phrase: string) => holdsPhrase(foldWords(readPlainly(text).words), phrase);

describe("a watched phrase", () => {
  it.each([
    ["the word itself", "cure", "A cure for all.", true],
    ["in capitals", "miracle cure", "MIRACLE CURE!", true],
    ["written in capitals by staff", "Miracle Cure", "a miracle cure", true],
    ["with accents", "cafe", "In the Café.", true],
    ["written with accents by staff", "café", "in the cafe", true],
    ["letters that come apart in no other way", "strasse lodz", "Straße Łódź", true],
    ["wide letters", "cure", "ＣＵＲＥ", true],
    ["mathematical letters", "cure", "𝐜𝐮𝐫𝐞", true],
    ["a part of a word", "cure", "It was secure and curers came.", false],
    ["the beginning of a word", "cure", "cured", false],
    ["any ending", "cure*", "cured", true],
    ["any ending, none of it", "cure*", "a cure", true],
    ["any ending, in the middle of a word", "cure*", "secured", false],
    ["any ending, after another word", "miracle cur*", "miracle curing", true],
    ["a star within", "a*b", "a*b", true],
    ["runs of space", "miracle  cure", "miracle \n\n cure", true],
    ["a no-break space", "miracle cure", "miracle\u00A0cure", true],
    ["nothing between the words", "miracle cure", "miraclecure", false],
    ["a word between", "miracle cure", "miracle herbal cure", false],
    ["a zero-width space", "cure", "cu\u200Bre", true],
    ["a soft hyphen", "cure", "cu\u00ADre", true],
    ["joiners and direction marks", "cure", "c\u200Du\u2060r\u202Ee", true],
    ["a combining mark", "cure", "c\u0336u\u0336r\u0336e\u0336", true],
    ["strong letters", "cure", "c**u**re", true],
    ["a struck word", "miracle cure", "miracle ~~cure~~", true],
    ["a link", "miracle cure", "miracle [cure](https://a.example)", true],
    ["a hidden comment", "miracle cure", "miracle<!-- no --> cure", true],
    ["an entity", "cure", "c&#117;re", true],
    ["the words of a picture", "miracle cure", "![miracle cure](x.png)", true],
    ["over two lines of a quote", "miracle cure", "> miracle\n> cure", true],
    ["marks at its ends", "c++", "I write c++ here.", true],
    ["an address", "calm.example", "see calm.example/now", true],
    ["a longer address", "calm.example", "see notcalm.example", false],
    ["digits", "20 mg", "take 120 mg", false],
    ["letters outside of the first plane", "𞤀𞤣", "𞤀𞤣𞤤", false],
    ["nothing", "", "anything", false],
    ["a star alone", "*", "anything", false],
  ])("%s", (_name, phrase, text, expected) => {
    expect(holds(text, phrase)).toBe(expected);
  });

  const word = fc.stringMatching(/^[a-zäéßø0-9]{1,8}$/);
  const unseen = fc.constantFrom("\u200B", "\u00AD", "\u2060", "\uFEFF", "");

  it("is found in any text with its words in a row, however they are spelt", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(word, { maxLength: 4 }),
        fc.array(word, { maxLength: 4 }),
        fc.constantFrom(" ", "  ", "\n", "\u00A0"),
        unseen,
        fc.boolean(),
        (phrase, before, after, gap, mark, loud) => {
          const spelt = phrase.map((each) => `${each[0]}${mark}${each.slice(1)}`).join(gap);
          const text = [...before, loud ? spelt.toUpperCase() : spelt, ...after].join(" ");
          expect(holdsPhrase(foldWords(text), phrase.join(" "))).toBe(true);
        },
      ),
    );
  });

  it("is found exactly where its words stand as a run of the text's words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("ab", "abc", "a", "cab"), { minLength: 1, maxLength: 2 }),
        fc.array(fc.constantFrom("ab", "abc", "a", "cab", "b"), { maxLength: 8 }),
        (phrase, text) => {
          const run = text.some((_word, at) => phrase.every((each, index) => text[at + index] === each));
          expect(holdsPhrase(foldWords(text.join(" ")), phrase.join(" "))).toBe(run);
        },
      ),
    );
  });

  it("folds what is folded to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text));
      }),
    );
  });
});
