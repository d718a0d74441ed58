import { reportsFloor } from "./schema";

/** Why a group's answers are not shown: there are too few, or they would give a smaller group away. */
export type Hidden = "too_few" | "protects_others";

/**
 * Which groups of one filter keep their answers to one question to themselves, so that no adding and subtracting of
 * what is shown tells the answers of 1 to `floor - 1` people. Groups under the floor are hidden, and so are always
 * those who did not say to which group they belong. All of these together are everybody less what is shown; if that
 * rest is under the floor too, the smallest group that would be shown joins it. This is complementary suppression,
 * and for one partition with one total it is complete: whatever can be computed is a union of shown groups and the rest.
 *
 * Several filters stay safe beside each other as long as nobody knows which of their crossings are empty; therefore
 * `figures.ts` never shows the answers to one filter's question within a group of another. Different groups may be
 * hidden for different questions, because no answer follows from another; the one exception is that the reasons for
 * stopping count those who stopped, and `figures.ts` withholds these wherever it withholds those.
 *
 * @param everybody how many people answered the question
 * @param groups how many of them are in each group, without those who are in none
 * @param floor from how many people up answers are shown
 * @returns the hidden groups in the order of `groups`; an empty group is among them
 * @throws RangeError when the groups hold more people than there are
 */
export function hiddenGroups(
  { everybody, groups }: { everybody: number; groups: ReadonlyMap<string, number> },
  floor = reportsFloor,
): Map<string, Hidden> {
  const sizes = [...groups];
  if (![everybody, ...groups.values()].every((n) => Number.isSafeInteger(n) && n >= 0))
    throw new RangeError("people are counted in whole numbers from 0 up");
  const shown = sizes.filter(([, n]) => n >= floor);
  const rest = everybody - sum(shown);
  if (everybody < sum(sizes)) throw new RangeError(`${everybody} people cannot fill groups of ${sum(sizes)}`);

  const smallest = Math.min(...shown.map(([, n]) => n));
  const protector = rest > 0 && rest < floor ? shown.find(([, n]) => n === smallest)?.[0] : undefined;
  return new Map(
    sizes.flatMap(([group, n]): [string, Hidden][] => {
      if (n < floor) return [[group, "too_few"]];
      return group === protector ? [[group, "protects_others"]] : [];
    }),
  );
}

function sum(sizes: [string, number][]): number {
  return sizes.reduce((total, [, n]) => total + n, 0);
}
