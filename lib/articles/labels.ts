import { threadRefusals } from "@/lib/threads/labels";
import type { Claim } from "./claims";

/** More at once would be read by nobody. */
const shownAtMost = 5;
const longestSentence = 160;

/** What is wrong with each sentence, and how to say it in place of that, for the person who wrote them. */
export function tellClaims(claims: Claim[]): string {
  const shown = claims.slice(0, shownAtMost).map(tellClaim);
  const more = claims.length - shown.length;
  return more > 0 ? `${shown.join(" ")} There ${more === 1 ? "is 1 more" : `are ${more} more`}.` : shown.join(" ");
}

function tellClaim({ sentence, word, suggestion }: Claim, index: number): string {
  return `(${index + 1}) “${shortened(sentence)}” The words: “${word}”. ${suggestion}`;
}

function shortened(sentence: string): string {
  const points = Array.from(sentence);
  if (points.length <= longestSentence) return sentence;
  const cut = points.slice(0, longestSentence).join("");
  return `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}

type Facts = Record<string, string | number>;

function beyondSources({ count, told }: Facts): string {
  const sentences = count === 1 ? "1 sentence says" : `${count} sentences say`;
  return `${sentences} more than the sources carry. Only a card of at least moderate certainty, cited in the same sentence, would be enough. ${told}`;
}

export const articleRefusals: Record<string, string | ((facts: Facts) => string)> = {
  ...threadRefusals,
  claims: beyondSources,
  claims_in_line: ({ told }) =>
    `This says more than a title or a summary can, because it cites no source. Say it in the text, beside its source. ${told}`,
  sources_unknown: ({ names }) => `There is no study card called ${names}. The cards are listed under the field.`,
  sources_missing: ({ names }) =>
    `The text cites ${names}, but it is not in this list. Add it here, or take it out of the text.`,
  reviewed_later: "This day has not come yet. Please write the day on which the text was checked.",
  not_quotable:
    "This testimonial cannot be quoted: its author has not agreed to it, or it is not public. The number stands in its address.",
  passage_unknown:
    "These words do not stand in the testimonial. Please copy them from its story or its tip, without gaps.",
  title_taken: "Another article has this title, or nearly. Please choose a different one.",
  article_changed:
    "Somebody changed this article while you were writing. Your text is still here: copy it, open the article again in a new tab, and put your changes in there.",
  under_review: "A moderator is looking at this article, so it cannot be changed right now. Your text is still here.",
};
