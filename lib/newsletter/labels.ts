import type { RefusalFacts } from "@/lib/platform/errors";

export const newsletterRefusals: Record<string, string | ((facts: RefusalFacts) => string)> = {
  link_over: "This link is not good any more: it works for 48 hours. Please ask for another one below.",
  link_elsewhere: ({ target }) =>
    `The introduction leads to ${target}. A newsletter leads only to this site, so that its readers can trust its links.`,
  articles_gone:
    "One of these articles cannot be read by everyone any more. Open this page again to see which ones there are.",
  issue_changed:
    "Somebody changed this issue while you were here. What you typed is still here: open the issue in a new tab, and look again.",
  issue_waits: "This issue waits to be sent, so it cannot be changed. Take it back first.",
  issue_sent: "This issue was sent already, or is being sent.",
  issue_empty: "This issue has no article that everyone can read. Choose one first.",
  issue_not_waiting: "This issue does not wait to be sent.",
  time_past: "This time is over, or more than 90 days away. Please choose another one.",
  too_soon: ({ other, from }) =>
    `Another issue stands in the way, that of ${other}. There are 7 days between two of them: choose a time from ${from} on, or take the other one back.`,
};

const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** A moment to the minute, such as when an issue is sent. */
export function minuteOf(at: Date): string {
  return `${moments.format(at)} UTC`;
}

/** How many people get it. */
export function peopleWords(count: number): string {
  return count === 1 ? "1 person" : `${count.toLocaleString("en-GB")} people`;
}
