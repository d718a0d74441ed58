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
};

/** Fields with words of one's own, in the order in which they say what it is. */
const worded = ["title", "story", "body", "note", "tip", "excerpt", "unwantedText"];
const mostLetters = 140;

/** How a draft begins; empty where only answers were chosen. */
export function firstWords(values: DraftValues): string {
  const words = worded.map((name) => values[name]?.[0]?.replace(/\s+/g, " ").trim() ?? "").filter(Boolean);
  const letters = [...words.join(" · ")];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("").trimEnd()}…` : letters.join("");
}
