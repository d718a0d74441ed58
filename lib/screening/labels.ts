import type { RefusalFacts } from "@/lib/platform/errors";
import type { WatchAct, WhyWaiting } from "./schema";

/** What the software noticed, in a sentence for moderators. `n` is a number of things, or a phrase's own. */
export const signSentences: Record<string, (n: number) => string> = {
  first_thread: () => "It is the first thread of somebody who is new here.",
  first_testimonial: () => "It is the first testimonial of somebody who is new here.",
  newcomer_link: (n) => `Somebody who is new here links to ${n === 1 ? "a page" : `${n} pages`} elsewhere.`,
  late_link: (n) => `More than a day later, its author added ${n === 1 ? "a link" : `${n} links`}.`,
  phrase: (n) => `It holds the watched phrase number ${n}.`,
  woke: () => "It wakes a thread in which nobody had written for six months or more.",
  crisis: () =>
    "Its words can mean that somebody is in despair or thinks of hurting themselves. They were shown where to find help.",
  red_flag: () => "It names a symptom that a doctor should look at soon. Its author was told so.",
  edited_as_asked: () => "Its author has changed it, as a moderator had asked.",
};

export const screeningRefusals: Record<string, string | ((facts: RefusalFacts) => string)> = {
  phrase_blocked: ({ note }) =>
    `Some of these words cannot be posted here, so this was not sent. ${note || "Please say it in another way."} Your text is still here.`,
  too_many_mentions: ({ most, named }) =>
    `In the first days here one can call ${most} people by name in one text, and this calls ${named}, so it was not sent. Please take some of the @ signs out. Your text is still here.`,
  phrase_known: "This phrase is watched already.",
  phrase_length: "Without its star and unseen marks, a phrase has 2 to 100 characters.",
  host_wrong: "This is not the name of a host. It looks like example.org.",
  host_known: "This host is on the list already.",
};

export const watchActLabels: Record<WatchAct, { label: string; hint: string }> = {
  block: { label: "Refuse it", hint: "It is not sent, and its author reads the note." },
  hold: { label: "Let it wait", hint: "A moderator reads it before others see it." },
  flag: { label: "Tell moderators", hint: "It appears at once, and a case is opened." },
  note: { label: "Show a note first", hint: "Its author reads the note, and can send it all the same." },
};

/** Why something waits, for its author. */
export const whyWaitingLabels: Record<WhyWaiting, string> = {
  first:
    "It is one of your first here. We read everybody’s first words before others see them, so that spam stays out.",
  link: "It leads to another site. Such links are opened by a moderator first, so that nobody is sold anything here.",
  woke: "Nobody had written in this thread for months. Advertising often comes to old threads, so we look first.",
  told: "Numbers are made of what people tell, so some of it is read first. It counts and is shown after that.",
  words: "Some words make us read a text before others see it. That says nothing about you.",
};

/** How long it takes, from the median of the last weeks in hours; null when too little was let through lately. */
export function expectedWait(hours: number | null): string {
  if (hours === null) return "That takes two days as a rule, and often less.";
  if (hours < 1.5) return "Lately this took about an hour.";
  return hours < 36
    ? `Lately this took about ${Math.round(hours)} hours.`
    : `Lately this took about ${Math.round(hours / 24)} days.`;
}
