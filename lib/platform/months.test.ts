import { describe, expect, it } from "vitest";
import { monthsAsked, monthsFrom, startOfMonth } from "./months";

describe("months", () => {
  it.each([
    ["2026-05", 0, "2026-05-01T00:00:00.000Z"],
    ["2026-12", 1, "2027-01-01T00:00:00.000Z"],
    ["2026-01", -11, "2025-02-01T00:00:00.000Z"],
  ])("%s and %i more begin at %s", (month, later, start) => {
    expect(startOfMonth(month, later).toISOString()).toBe(start);
  });

  it("are counted back over the turn of a year", () => {
    expect(monthsFrom("2025-11", "2026-02")).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]);
    expect(monthsFrom("2026-02", "2026-02")).toEqual(["2026-02"]);
    expect(monthsFrom("2026-03", "2026-02")).toEqual([]);
  });
});

describe("what an address asks for", () => {
  const known = { first: "2025-11", current: "2026-02" };

  it("is the last twelve months without a month, whether or not anything was there before", () => {
    expect(monthsAsked(undefined, known)).toEqual({
      first: "2025-03",
      last: "2026-02",
      from: new Date("2025-03-01T00:00:00Z"),
      to: new Date("2026-03-01T00:00:00Z"),
    });
    expect(monthsAsked("", known)?.first).toBe("2025-03");
  });

  it("is one month", () => {
    expect(monthsAsked("2025-12", known)).toMatchObject({
      from: new Date("2025-12-01T00:00:00Z"),
      to: new Date("2026-01-01T00:00:00Z"),
    });
  });

  it.each(["2025-10", "2026-03", "2026-13", "2026-00", "2026", "2026-2", "2026-02-01", "now", "2026-02 OR 1=1"])(
    "is nothing for %s",
    (asked) => {
      expect(monthsAsked(asked, known)).toBeNull();
    },
  );
});
