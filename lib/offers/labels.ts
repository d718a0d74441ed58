/** How long a post has waited, in whole hours or days, rounded down. */
export function waitingWords(hours: number): string {
  const [n, unit] = hours < 48 ? [Math.floor(hours), "hour"] : [Math.floor(hours / 24), "day"];
  return `No reply for ${n} ${unit}${n === 1 ? "" : "s"}`;
}

/** What somebody said, and until when it holds. */
export function energyWords(answers: number, timeZone: string): string {
  if (answers === 0) return "Not today, you said. That is fine.";
  const many = answers === 1 ? "one post" : `up to ${answers === 2 ? "two" : "three"} posts`;
  return `You said: ${many}. This ends at midnight (${timeZone.replaceAll("_", " ")}), and 0 takes it back at any time.`;
}
