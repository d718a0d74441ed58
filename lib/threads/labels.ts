import type { RefusalFacts } from "@/lib/platform/errors";
import { screeningRefusals } from "@/lib/screening/labels";
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
export const threadRefusals: Record<string, string | ((facts: RefusalFacts) => string)> = {
  ...screeningRefusals,

  thread_locked: "This thread is closed, so nothing can be added or changed. Your text is still here, to copy it.",
  under_review: "A moderator is looking at this, so it cannot be changed right now. You can still withdraw it.",
  technique_unknown: "Please choose a technique from the list.",
  comment_unknown: "The comment that you are replying to is not here any more. Your text is still here.",
  thread_slowed: ({ waitSeconds }) =>
    `A moderator has slowed this thread, so that everybody has time to read. You can write here again in ${minutes(Number(waitSeconds))}. Your text is still here.`,
  title_needed: "Please give it a title.",
};

function minutes(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds / 60));
  return whole === 1 ? "a minute" : `${whole} minutes`;
}
