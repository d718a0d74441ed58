import { describe, expect, it } from "vitest";
import { onThreadAfter, techniqueAfter, wordsAfter, type Standing } from "./state-after";

const at = (n: number) => new Date(n * 1000);

function decided(...kinds: Standing["kind"][]): Standing[] {
  return kinds.map((kind, n) => ({ kind, lifts: null, moderatorId: 100 + n, createdAt: at(n), toTechniqueId: null }));
}

describe("wordsAfter", () => {
  const shown = { hiddenAt: null, hiddenBy: null, removedAt: null, removedBy: null };

  it.each<[string, Standing["kind"][], Partial<ReturnType<typeof wordsAfter>>]>([
    ["nothing", [], {}],
    ["leaving it as it is", ["keep"], {}],
    ["hiding it", ["hide"], { hiddenAt: at(0), hiddenBy: 100 }],
    ["removing it", ["remove"], { removedAt: at(0), removedBy: 100 }],
    ["hiding, then removing it", ["hide", "remove"], { removedAt: at(1), removedBy: 101 }],
    ["restoring it", ["hide", "restore"], {}],
    ["hiding it anew", ["remove", "restore", "hide"], { hiddenAt: at(2), hiddenBy: 102 }],
    ["a warning after it", ["hide", "warn", "redact"], { hiddenAt: at(0), hiddenBy: 100 }],
  ])("after %s", (_name, kinds, expected) => {
    expect(wordsAfter(decided(...kinds))).toEqual({ ...shown, ...expected });
  });

  it("is hidden by nobody where the software did", () => {
    const [hide] = decided("hide");
    expect(wordsAfter(hide ? [{ ...hide, moderatorId: null }] : [])).toMatchObject({ hiddenAt: at(0), hiddenBy: null });
  });
});

describe("onThreadAfter", () => {
  const [lock, slow, end] = decided("lock", "slow", "lift");
  const lift = (lifts: "lock" | "slow") => ({ ...end, lifts }) as Standing;

  it.each<[string, (Standing | undefined)[], "lock" | "slow", { at: Date | null; by: number | null }]>([
    ["a lock", [lock, slow], "lock", { at: at(0), by: 100 }],
    ["a slower pace", [lock, slow], "slow", { at: at(1), by: 101 }],
    ["a lock that was ended", [lock, slow, lift("lock")], "lock", { at: null, by: null }],
    ["the end of the other one", [lock, slow, lift("lock")], "slow", { at: at(1), by: 101 }],
    ["nothing", [], "lock", { at: null, by: null }],
  ])("after %s", (_name, standing, kind, expected) => {
    expect(onThreadAfter(standing as Standing[], kind)).toEqual(expected);
  });
});

describe("techniqueAfter", () => {
  it("is where the last move went that stands", () => {
    const moves = decided("move", "move", "hide").map((each, n) => ({ ...each, toTechniqueId: n < 2 ? n + 1 : null }));
    expect(techniqueAfter(moves)).toBe(2);
    expect(techniqueAfter(moves.slice(0, 1))).toBe(1);
    expect(techniqueAfter([])).toBeNull();
  });
});
