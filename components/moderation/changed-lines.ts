export type Line = { text: string; changed: boolean };

/** The lines of a text, with those marked that the other text does not hold. Empty lines say nothing. */
export function changedLines(text: string, other: string): Line[] {
  const known = new Set(linesOf(other));
  return linesOf(text).map((line) => ({ text: line, changed: !known.has(line) }));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
