import { describe, expect, it } from "vitest";
import { keptFrom } from "./form-values";

const now = Date.UTC(2026, 5, 1);
const daysBefore = (days: number) => now - days * 86_400_000;
const values = { effect: ["no_change"], areas: ["neck", "jaw"] };

describe("a kept form", () => {
  it("comes back as it was", () => {
    const kept = { at: daysBefore(179), place: "step-effect", values };
    expect(keptFrom(JSON.stringify(kept), now)).toEqual(kept);
  });

  it("is dropped after 180 days", () => {
    expect(keptFrom(JSON.stringify({ at: daysBefore(181), place: "", values }), now)).toBeNull();
  });

  it.each([
    null,
    "",
    "half a thought",
    "null",
    "7",
    "[]",
    `{"at":"yesterday","values":{}}`,
    `{"at":${now},"values":null}`,
    `{"at":${now}}`,
  ])("is none where %j is stored", (stored) => {
    expect(keptFrom(stored, now)).toBeNull();
  });

  it("loses only what is no list of answers", () => {
    const stored = JSON.stringify({ at: now, values: { ...values, story: 3 } });
    expect(keptFrom(stored, now)).toEqual({ at: now, place: "", values });
  });
});
