import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finds } from "@/lib/testing/attacker";
import { reportsFloor as floor } from "./schema";
import { hiddenGroups } from "./suppress";

const named = (sizes: number[]) => new Map(sizes.map((n, index) => [`group ${index}`, n]));
const total = (sizes: number[]) => sizes.reduce((sum, n) => sum + n, 0);

/** What one filter publishes about its groups and those in none, whose number comes last, as the attacker's vectors. */
function publishedBy(sizes: number[]): number[][] {
  const everybody = total(sizes);
  const hidden = hiddenGroups({ everybody, groups: named(sizes.slice(0, -1)) });
  const groups = sizes.slice(0, -1).flatMap((_, group) => (hidden.has(`group ${group}`) ? [] : [group]));
  const vectors = groups.map((group) => sizes.map((_, atom) => Number(atom === group)));
  return everybody < floor ? vectors : [sizes.map(() => 1), ...vectors];
}

const cell = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.integer({ min: 0, max: 60 }));
const partition = fc.array(cell, { minLength: 2, maxLength: 8 });

describe("hiddenGroups", () => {
  it.each<[string, number, number[], Record<string, string>]>([
    ["nothing where every group is large", 30, [10, 20], {}],
    ["everything where everybody is few", 9, [5, 4], { "group 0": "too_few", "group 1": "too_few" }],
    ["a small group and the smallest other", 45, [25, 15, 5], { "group 1": "protects_others", "group 2": "too_few" }],
    ["the earlier of two that are as small", 35, [15, 15, 5], { "group 0": "protects_others", "group 2": "too_few" }],
    ["small groups that protect each other", 42, [30, 6, 6], { "group 1": "too_few", "group 2": "too_few" }],
    ["a small group among many who are in none", 50, [30, 5], { "group 1": "too_few" }],
    ["a group beside few who are in none", 33, [20, 10], { "group 1": "protects_others" }],
    ["the only group beside few who are in none", 12, [10], { "group 0": "protects_others" }],
    ["an empty group, and no other for its sake", 30, [30, 0], { "group 1": "too_few" }],
  ])("hides %s", (_name, everybody, sizes, hidden) => {
    expect(Object.fromEntries(hiddenGroups({ everybody, groups: named(sizes) }))).toEqual(hidden);
  });

  it.each([
    [10, [8, 3]],
    [-1, []],
    [10, [2.5]],
    [10, [-1, 4]],
  ])("refuses groups that cannot be: %i people, %j", (everybody, sizes) => {
    expect(() => hiddenGroups({ everybody, groups: named(sizes) })).toThrow(RangeError);
  });

  it("leaves an attacker nobody to find, who also knows which groups are empty", () => {
    fc.assert(
      fc.property(partition, (sizes) => {
        const published = publishedBy(sizes);
        expect(finds(sizes, published, floor)).toEqual([]);
        const filled = sizes.map((n, atom) => ({ n, atom })).filter(({ n }) => n > 0);
        const known = published.map((vector) => filled.map(({ atom }) => vector[atom] ?? 0));
        expect(
          finds(
            filled.map(({ n }) => n),
            known,
            floor,
          ),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("hides a large group only where the attacker would find somebody without it, and never two", () => {
    fc.assert(
      fc.property(partition, (sizes) => {
        const groups = named(sizes.slice(0, -1));
        const hidden = hiddenGroups({ everybody: total(sizes), groups });
        const protectors = [...hidden].filter(([, why]) => why === "protects_others").map(([group]) => group);
        const naive = sizes.flatMap((n, group) =>
          n >= floor && group < sizes.length - 1 ? [sizes.map((_, atom) => Number(atom === group))] : [],
        );
        const needed = naive.length > 0 && finds(sizes, [sizes.map(() => 1), ...naive], floor).length > 0;
        expect(protectors).toHaveLength(needed ? 1 : 0);
        for (const [group, n] of groups) expect(hidden.get(group) === "too_few").toBe(n < floor);
      }),
      { numRuns: 1000 },
    );
  });
});

const few = fc.integer({ min: 0, max: 8 });
/** How many people give each pair of answers to the questions of two filters; the last row and column gave none. */
const crossing = fc.array(fc.tuple(few, few, few, few), { minLength: 3, maxLength: 3 });

/** What two filters publish beside each other, over the crossings of their groups row by row. */
function publishedByBoth(table: number[][]): number[][] {
  const columns = (table[0] ?? []).map((_, column) => total(table.map((row) => row[column] ?? 0)));
  const byRows = publishedBy(table.map(total)).map((vector) => vector.flatMap((held) => columns.map(() => held)));
  const byColumns = publishedBy(columns).map((vector) => table.flatMap(() => vector));
  return [...byRows, ...byColumns];
}

describe("two filters beside each other", () => {
  it("leave an attacker nobody to find who does not know which crossings are empty", () => {
    fc.assert(
      fc.property(crossing, (table) => {
        expect(finds(table.flat(), publishedByBoth(table), floor)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("publish no group inside another, by what the filters mean, that differs from it by a few", () => {
    fc.assert(
      fc.property(crossing, (table) => {
        const people = (vector: number[]) => total(table.flat().map((n, atom) => n * (vector[atom] ?? 0)));
        const published = publishedByBoth(table);
        for (const outer of published)
          for (const inner of published) {
            const inside = inner.every((held, atom) => held <= (outer[atom] ?? 0));
            const apart = people(outer) - people(inner);
            if (inside) expect(apart === 0 || apart >= floor).toBe(true);
          }
      }),
      { numRuns: 500 },
    );
  });

  it("would not be safe if one told who is inside a group of the other", () => {
    // 30 gave it to themselves, all of them to prevent attacks; 3 more had it to prevent attacks; 20 had neither.
    const everybody = [1, 1, 1];
    const self = [1, 0, 0];
    const prevention = [1, 1, 0];
    expect(finds([30, 3, 20], [everybody, self, prevention], floor)).toEqual([[1]]);
  });
});

describe("the attacker is no straw man", () => {
  it("takes the shown groups away from everybody when only the small group is hidden", () => {
    const everybody = [1, 1, 1];
    expect(finds([25, 15, 5], [everybody, [1, 0, 0], [0, 1, 0]], floor)).toEqual([[2]]);
  });

  /**
   * The worked example of Statistical Policy Working Paper 22 (Federal Committee on Statistical Methodology): children by
   * county and by their parents' education, hidden under 5. Each line hides two cells or none, and still the last cell of
   * row 1 falls out: rows 1 and 2 less columns 2 and 3.
   */
  const table = [
    [15, 1, 3, 1],
    [20, 10, 10, 15],
    [3, 10, 10, 2],
    [12, 14, 7, 2],
  ];
  const fewChildren = 5;
  const hiddenCells = [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 1],
    [1, 2],
    [2, 0],
    [2, 3],
    [3, 0],
    [3, 3],
  ];

  function publishedWithMargins(hidden: number[][]): number[][] {
    const vector = (holds: (row: number, column: number) => boolean) =>
      table.flatMap((cells, row) => cells.map((_, column) => Number(holds(row, column))));
    const lines = [0, 1, 2, 3].flatMap((line) => [
      vector((row) => row === line),
      vector((_, column) => column === line),
    ]);
    const isHidden = (row: number, column: number) => hidden.some(([r, c]) => r === row && c === column);
    const cells = [0, 1, 2, 3].flatMap((r) =>
      [0, 1, 2, 3].flatMap((c) => (isHidden(r, c) ? [] : [vector((row, column) => row === r && column === c)])),
    );
    return [...lines, ...cells];
  }

  it("finds a cell of a two-way table although each of its lines has two hidden cells", () => {
    expect(finds(table.flat(), publishedWithMargins(hiddenCells), fewChildren)).toContainEqual([3]);
  });

  it("finds nothing once one more cell links the hidden ones", () => {
    expect(finds(table.flat(), publishedWithMargins([...hiddenCells, [2, 1]]), fewChildren)).toEqual([]);
  });
});
