/**
 * A prime. Ranks of matrices of zeros and ones are the same modulo it as over the fractions while no minor reaches it,
 * which Hadamard's bound rules out up to 18 columns; a product of two remainders stays below 2^53.
 */
const prime = 67_108_859;
const mostAtoms = 18;

/**
 * Somebody who adds and subtracts whatever is published, in any number of steps and with any factors.
 * An atom is a set of people whom nothing published tells apart; a published group is a union of atoms.
 * @param sizes the number of people in each atom
 * @param published per published group, 1 for each atom that it holds and 0 for the others
 * @param floor a union of atoms with 1 to `floor - 1` people is a find
 * @returns the finds, as the positions of their atoms
 */
export function finds(sizes: readonly number[], published: readonly number[][], floor: number): number[][] {
  if (sizes.length > mostAtoms) throw new RangeError(`give at most ${mostAtoms} atoms`);
  const basis = reduced(published);
  const found: number[][] = [];
  for (let union = 1; union < 2 ** sizes.length; union++) {
    const holds = sizes.map((_, atom) => (union >> atom) & 1);
    const people = sizes.reduce((sum, n, atom) => sum + n * (holds[atom] ?? 0), 0);
    if (people < 1 || people >= floor) continue;
    if (remainder(holds, basis).every((entry) => entry === 0))
      found.push(sizes.flatMap((_, i) => (holds[i] ? [i] : [])));
  }
  return found;
}

type Row = { lead: number; entries: number[] };

/** Gauss's elimination: independent rows that span the same, each with a leading 1. */
function reduced(rows: readonly number[][]): Row[] {
  const basis: Row[] = [];
  for (const row of rows) {
    const left = remainder(row, basis);
    const lead = left.findIndex((entry) => entry !== 0);
    if (lead < 0) continue;
    const factor = inverse(left[lead] ?? 0);
    basis.push({ lead, entries: left.map((entry) => (entry * factor) % prime) });
  }
  return basis;
}

/** What remains of a row when all that the basis spans of it is taken away; zeros if it is spanned. */
function remainder(row: readonly number[], basis: readonly Row[]): number[] {
  return basis.reduce(
    (left, { lead, entries }) => {
      const factor = left[lead] ?? 0;
      if (factor === 0) return left;
      return left.map((entry, column) => (entry + (prime - factor) * (entries[column] ?? 0)) % prime);
    },
    [...row],
  );
}

/** Fermat: n^(p-2) is the inverse of n modulo p. */
function inverse(n: number): number {
  let [result, base] = [1, n];
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
