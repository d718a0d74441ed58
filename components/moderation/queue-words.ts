import { decisionLabels } from "@/lib/moderation/labels";
import type { Done, QueueFilter, QueueRow } from "@/lib/moderation/queries-queue";

export const filterLabels: Record<Exclude<QueueFilter, null> | "all", string> = {
  all: "Everything",
  mine: "Claimed by me",
  worry: "Worries about a person",
  unsafe: "Unsafe or unlawful",
  spam: "Spam and advertising",
  people: "Between people",
  other: "The rest",
};

function spanOf(minutes: number): string {
  const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (minutes < 90) return many(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, "hour") : many(Math.round(hours / 24), "day");
}

/** Until when somebody should look; negative minutes are too late. */
export function dueWords(minutes: number): string {
  if (minutes > 0) return `Due in ${spanOf(minutes)}`;
  return minutes === 0 ? "Due now" : `Was due ${spanOf(-minutes)} ago`;
}

export function reportsWords(count: number): string {
  if (count === 0) return "No report";
  return count === 1 ? "1 report" : `${count} reports`;
}

export function claimWords({ claim, own }: Pick<QueueRow, "claim" | "own">): string {
  if (own) return "Your own words, or your own report: another moderator decides.";
  if (!claim) return "Nobody is looking at it.";
  return claim.own ? "You are looking at it." : `${claim.who} is looking at it.`;
}

export function doneWords({ what, who }: Pick<Done, "what" | "who">): string {
  return `Decided by ${who}: ${decisionLabels[what].toLowerCase()}.`;
}
