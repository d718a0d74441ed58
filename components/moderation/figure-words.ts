import type { Decider } from "@/lib/moderation/queries-transparency";

const monthNames = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** `2026-05` as people say it. */
export function monthWords(month: string): string {
  return monthNames.format(new Date(`${month}-01T00:00:00Z`));
}

export const deciderWords: Record<Decider, string> = {
  moderator: "A moderator",
  admin: "An admin",
  software: "The software",
};

const units: [seconds: number, one: string, many: string][] = [
  [86_400, "day", "days"],
  [3600, "hour", "hours"],
  [60, "minute", "minutes"],
];

/** A time span in its largest unit of which there are two or more, rounded; null in words for no span at all. */
export function spanWords(seconds: number | null): string {
  if (seconds === null) return "Nothing to measure yet";
  if (seconds < 60) return "Less than a minute";
  const [size, one, many] = units.find(([size]) => Math.round(seconds / size) >= 2) ?? [60, "minute", "minutes"];
  const n = Math.round(seconds / size);
  return `${n} ${n === 1 ? one : many}`;
}

/** `3 of 40 (8 %)`; a share of nothing has no percentage. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return "None";
  return `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;
}
