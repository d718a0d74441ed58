import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson";

const proportion = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

describe("wilsonInterval", () => {
  // Newcombe 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("gives what Newcombe published for %i of %i", (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.low.toFixed(4)).toBe(low.toFixed(4));
    expect(interval.high.toFixed(4)).toBe(high.toFixed(4));
  });

  it("knows nothing of nobody", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it.each([
    [-1, 5],
    [6, 5],
    [0, -1],
    [1.5, 5],
    [1, 5.5],
    [NaN, 5],
    [1, Infinity],
  ])("refuses %d of %d", (successes, n) => {
    expect(() => wilsonInterval(successes, n)).toThrow(RangeError);
  });

  it("stays inside 0 to 1 and holds the share", () => {
    fc.assert(
      fc.property(proportion, ({ successes, n }) => {
        const { low, high } = wilsonInterval(successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("gets narrower when more people give the same share", () => {
    fc.assert(
      fc.property(proportion, fc.integer({ min: 2, max: 20 }), ({ successes, n }, times) => {
        const few = wilsonInterval(successes, n);
        const many = wilsonInterval(successes * times, n * times);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it("is the mirror image when successes and failures change places", () => {
    fc.assert(
      fc.property(proportion, ({ successes, n }) => {
        const one = wilsonInterval(successes, n);
        const other = wilsonInterval(n - successes, n);
        expect(other.low).toBeCloseTo(1 - one.high, 12);
        expect(other.high).toBeCloseTo(1 - one.low, 12);
      }),
    );
  });
});
