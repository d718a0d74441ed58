import type { DraftKind, DraftValues } from "./schema";

export const draftLabels: Record<DraftKind, string> = {
  post: "A new post",
  comment: "A comment",
  testimonial: "What a technique did to you",
  follow_up: "How it is now",
  article: "A new article",
  edit_post: "A change to your post",
  edit_comment: "A change to your comment",
  edit_testimonial: "A change to what you told",
  edit_article: "A change to an article",
  issue: "A new issue of the newsletter",
  edit_issue: "A change to an issue of the newsletter",
};

/** Fields with words of one's own, in the order in which they say what it is. */
const worded = [
  "title",
  "subject",
  "story",
  "body",
  "introduction",
  "note",
  "tip",
  "excerpt",
  "unwantedText",
  "sources",
];
const mostLetters = 140;

function wordsOf(values: DraftValues): string[] {
  return worded.map((name) => values[name]?.[0]?.trim() ?? "").filter(Boolean);
}

function lettersOf(values: DraftValues): string[] {
  return [...wordsOf(values).join(" · ").replace(/\s+/g, " ")];
}

/** How a draft begins; empty where only answers were chosen. */
export function firstWords(values: DraftValues): string {
  const letters = lettersOf(values);
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("").trimEnd()}…` : letters.join("");
}

/** All words of a draft, as they were typed; null where `firstWords` has them all. */
export function allWords(values: DraftValues): string | null {
  return lettersOf(values).length > mostLetters ? wordsOf(values).join("\n\n") : null;
}
