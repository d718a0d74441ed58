import { excusesIn } from "./claim-excuses";
import { claimWords, type ClaimWord } from "./claim-words";
import { sentencesOf, type Sentence } from "./sentences";

export type Certainty = "high" | "moderate" | "low" | "very_low" | "not_rated";
/** The certainty of every study card, by its id. */
export type Certainties = ReadonlyMap<string, Certainty>;

/** A sentence that says more than its sources carry. */
export type Claim = { sentence: string; word: string; suggestion: string };

/**
 * Finds sentences that claim an effect without a study to carry it: a claim word, and no cited card of at least moderate
 * certainty. What is denied, asked or only supposed claims nothing, and what stands in quotation marks is somebody else's.
 * @param markdown a text that cites cards as `[lawler-2006]`
 * @param studies an id that is not there carries nothing
 * @returns one complaint for each such sentence, about its first claim word, in the order of the text
 */
export function findClaims(markdown: string, studies: Certainties): Claim[] {
  return sentencesOf(markdown).flatMap((sentence) => {
    if (isQuestion(sentence)) return [];
    const isExcused = excusesIn(sentence.own);
    const [first] = claimWords
      .filter((word) => !isCarried(word, sentence.cards, studies))
      .flatMap((word) => placesOf(word, sentence.own).filter(({ found, at }) => !isExcused(word, found, at)))
      .sort((a, b) => a.at - b.at);
    return first ? [{ sentence: sentence.shown, word: first.found, suggestion: first.suggestion }] : [];
  });
}

function isQuestion({ shown }: Sentence): boolean {
  return /\?["”’»)\]]*$/.test(shown) && !/^(?:did|do) you know\b/i.test(shown);
}

function isCarried({ needs }: ClaimWord, cards: string[], studies: Certainties): boolean {
  return cards.some((id) => {
    const certainty = studies.get(id);
    if (needs === "any_card") return certainty !== undefined;
    return certainty === "high" || certainty === "moderate";
  });
}

function placesOf({ pattern, suggestion }: ClaimWord, text: string) {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, found: match[0], suggestion }));
}
