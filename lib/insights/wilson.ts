/** The 97.5th percentile of the standard normal distribution, for two-sided intervals of 95 %. */
const z = 1.959964;

/**
 * The 95 % Wilson score interval of a proportion, without continuity correction. Unlike the textbook interval it
 * stays inside 0 to 1 and says something sensible for small groups and for shares near the ends.
 * Wilson EB, JASA 1927;22:209-212; Newcombe RG, Stat Med 1998;17:857-872, method 3.
 * @param successes how many of them, a whole number from 0 to `n`
 * @param n how many there are, a whole number; of nobody nothing is known, and the interval is 0 to 1
 * @returns both ends as proportions from 0 to 1
 * @throws RangeError for anything else
 */
export function wilsonInterval(successes: number, n: number): { low: number; high: number } {
  if (![successes, n].every(Number.isSafeInteger) || successes < 0 || successes > n)
    throw new RangeError(`${successes} of ${n} is no proportion: give whole numbers, successes from 0 to n`);
  if (n === 0) return { low: 0, high: 1 };
  const share = successes / n;
  const scale = 1 + z ** 2 / n;
  const middle = (share + z ** 2 / (2 * n)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  // At the ends the interval touches 0 or 1 exactly; floating point would miss it by a hair.
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - reach),
    high: successes === n ? 1 : Math.min(1, middle + reach),
  };
}
