import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "./csv";

/** Reads RFC 4180 back, apart from the code under test. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("a table", () => {
  it.each([
    ["plain cells", [["hide", 3]], "a,b\r\nhide,3\r\n"],
    ["nothing in a cell", [[null, ""]], "a,b\r\n,\r\n"],
    ["a comma", [["a,b", 1]], 'a,b\r\n"a,b",1\r\n'],
    ["quotes", [['say "no"', 1]], 'a,b\r\n"say ""no""",1\r\n'],
    ["line ends", [["one\ntwo", "three\rfour"]], 'a,b\r\n"one\ntwo","three\rfour"\r\n'],
    ["numbers below zero", [[-3, 1.5]], "a,b\r\n-3,1.5\r\n"],
    ["no rows", [], "a,b\r\n"],
  ])("%s", (_name, rows, text) => {
    expect(csv(["a", "b"], rows)).toBe(text);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")'])("no formula: %j", (value) => {
    const [, [cell = ""] = []] = parsed(csv(["a"], [[value]]));
    expect(cell).toBe(`'${value}`);
  });

  it("comes back whole, whatever the cells hold", () => {
    const cell = fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell)), (rows) => {
        expect(parsed(csv(["a", "b", "c"], rows))).toEqual([["a", "b", "c"], ...rows]);
      }),
    );
  });
});
