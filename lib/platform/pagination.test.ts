import { describe, expect, it } from "vitest";
import { pageNumber, pageOfPosition, readCursor, writeCursor } from "./pagination";

describe("pageNumber", () => {
  it.each([
    [undefined, 1],
    ["1", 1],
    ["12", 12],
    [["3", "4"], 3],
  ])("reads %j", (value, page) => {
    expect(pageNumber(value)).toBe(page);
  });

  it.each(["0", "-1", "1.5", "01", "x", "", "1e3", "9999999"])("refuses %j", (value) => {
    expect(pageNumber(value)).toBeNull();
  });
});

describe("pageOfPosition", () => {
  it.each([
    [0, 1],
    [1, 1],
    [20, 1],
    [21, 2],
    [61, 4],
  ])("comment %i stands on page %i", (position, page) => {
    expect(pageOfPosition(position)).toBe(page);
  });
});

describe("cursors", () => {
  it("come back as they went", () => {
    const cursor = { at: new Date("2026-11-20T10:00:00.123Z"), id: 77 };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each(["", "1", "a.b", "1.2.3", "-1.2", undefined])("refuse %j", (value) => {
    expect(readCursor(value)).toBeNull();
  });
});
