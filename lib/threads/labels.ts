import type { ThreadKind } from "./schema";

export const kindLabels: Record<ThreadKind, string> = {
  question: "Question",
  experience: "Experience",
  advice: "Advice",
  testimonial: "What helped me",
  article: "Article",
};

export const kindPlurals: Record<ThreadKind, string> = {
  question: "Questions",
  experience: "Experiences",
  advice: "Advice",
  testimonial: "What helped",
  article: "Articles",
};

export const audienceChoices = [
  { value: "public", label: "Everyone", hint: "Also people without an account, and search engines." },
  { value: "members", label: "Members only", hint: "Only people who are signed in here." },
];

/** Sentences for what is refused around threads and comments. */
export const threadRefusals: Record<string, string> = {
  thread_locked: "This thread is closed, so nothing can be added or changed. Your text is still here, to copy it.",
  under_review: "A moderator is looking at this, so it cannot be changed right now. You can still withdraw it.",
  technique_unknown: "Please choose a technique from the list.",
  comment_unknown: "The comment that you are replying to is not here any more. Your text is still here.",
  title_needed: "Please give it a title.",
};
