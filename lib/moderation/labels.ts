import type { RefusalFacts } from "@/lib/platform/errors";
import type { DecisionKind, ReportReason, Rule } from "./schema";

/** Stands in place of a title that its author took back, for everybody. */
export const withdrawnTitle = "Withdrawn by its author";

export const reasonLabels: Record<ReportReason, string> = {
  worried_about_person: "I’m worried about this person",
  unsafe_advice: "Unsafe advice",
  promotion: "Made up, or advertising",
  harassment: "Harassment",
  private_details: "Someone’s private details",
  spam: "Spam",
  off_topic: "Off topic",
  other: "Something else",
};

export const reasonHints: Partial<Record<ReportReason, string>> = {
  worried_about_person: "They may be in danger, or sound as if they cannot go on. Nobody is punished for that.",
  unsafe_advice: "It could hurt somebody who follows it.",
  private_details: "A name, an address, a workplace, something told in confidence.",
};

/** Why something waits, in a sentence for the moderator. `n` is a number of testimonials, or for the wording a thread. */
export const signSentences: Record<string, (n: number) => string> = {
  burst: (n) => `${n} new members told about this technique for the first time within three days.`,
  network: (n) => `${n} testimonials about this technique came from one network within a week.`,
  wording: (n) => `Half or more of its wording stands in another testimonial: number ${n}.`,
  business: (n) =>
    `It names ${n === 1 ? "a business, a provider, a link or a number" : `${n} businesses, providers, links or numbers`}.`,
};

/** What a restored thing is called while it has not been seen yet. */
export const letThrough = { label: "Let it appear", hint: "Everybody can read it from now on, and it counts." };

export const decisionLabels: Record<DecisionKind, string> = {
  dismiss: "Leave it as it is",
  hide: "Hide it",
  remove: "Remove it",
  restore: "Restore it",
  lock: "Lock the thread",
  unlock: "Unlock the thread",
};

export const decisionHints: Record<DecisionKind, string> = {
  dismiss: "Nothing changes. The author is not told.",
  hide: "Nobody sees it while it is looked into. It can come back as it was.",
  remove: "It breaks the guidelines and stays away. It can still be restored.",
  restore: "It comes back as it was.",
  lock: "Everybody can read it, nobody can add to it.",
  unlock: "People can write under it again.",
};

/** What was done, told to the author. */
export const decisionOutcomes: Record<DecisionKind, string> = {
  dismiss: "It stays as it is.",
  hide: "It was hidden. Other people cannot see it.",
  remove: "It was removed. Other people cannot see it.",
  restore: "It was restored. Other people can see it again.",
  lock: "The thread was locked. Everybody can read it, and nobody can add to it.",
  unlock: "The thread was unlocked. People can write under it again.",
};

export const ruleLabels: Record<Rule, string> = {
  safety: "Keep each other safe",
  kindness: "Be kind to the person",
  privacy: "Keep private things private",
  honesty: "Speak from your own experience",
  promotion: "Say so when you have an interest",
  on_topic: "Stay with the subject",
  law: "It is against the law",
  none: "No rule was broken",
};

export const moderationRefusals: Record<string, string | ((facts: RefusalFacts) => string)> = {
  report_own: "These are your own words. You can withdraw them yourself, without a reason.",
  case_changed: "Somebody else has changed this case since you opened it. Please reload it and look at what happened.",
  decide_own: "These are your own words, or your own report. Another moderator has to decide.",
  decision_not_offered: "This is not possible any more for what this case is about. Please reload the page.",
};
