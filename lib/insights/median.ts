/**
 * Where the middle falls when everybody's answers stand in a row, from the first answer of the scale to the last.
 * With an even number of people the middle is a pair, and the two may have answered differently: there is no answer
 * between them that somebody gave, so both are returned and nothing is averaged.
 * @param counts how many people gave each answer, in the order of the scale
 * @returns the positions in `counts` of the middle answers, the same twice when they agree; null for no people
 */
export function ordinalMedian(counts: readonly number[]): { low: number; high: number } | null {
  const people = counts.reduce((sum, n) => sum + n, 0);
  if (people === 0) return null;
  return { low: answerOf(counts, Math.ceil(people / 2)), high: answerOf(counts, Math.floor(people / 2) + 1) };
}

/** The position of the answer of the person at this place in the row, counted from 1. */
function answerOf(counts: readonly number[], place: number): number {
  let before = 0;
  return counts.findIndex((n) => (before += n) >= place);
}
