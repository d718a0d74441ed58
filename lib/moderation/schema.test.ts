import { describe, expect, it } from "vitest";
import { outcomeOf } from "./labels";
import { outcomeOfChoice, usualWords } from "./labels-staff";
import { decisionSchema, measures, penalties, rules } from "./schema";
import { roleSchema } from "./schema-staff";

describe("a decision without a reason", () => {
  const good = { case: "1", version: "1", measure: "keep", rule: "none", reason: "" };
  const complaints = (given: Record<string, string>) =>
    decisionSchema.safeParse({ ...good, ...given }).error?.issues.map(({ path }) => path[0]) ?? [];

  it.each<[string, Record<string, string>, string[]]>([
    ["keeps", {}, []],
    ["restores", { measure: "restore" }, []],
    ["closes a thread", { measure: "lock" }, []],
    ["hides beside its rule", { measure: "hide", rule: "kindness" }, []],
    ["hides and names no rule", { measure: "hide" }, ["reason"]],
    ["removes and names no rule", { measure: "remove" }, ["reason"]],
    ["removes spam", { measure: "remove", rule: "spam" }, []],
    ["asks for an edit and names no rule", { measure: "ask_edit" }, ["reason"]],
    ["warns and names no rule", { penalty: "warn" }, ["reason"]],
    ["warns beside its rule", { penalty: "warn", rule: "safety" }, []],
    ["lifts a silence", { penalty: "lift_silence" }, []],
    ["has a reason of nine characters", { reason: "It is so." }, ["reason"]],
  ])("%s", (_name, given, expected) => {
    expect(complaints(given)).toEqual(expected);
  });

  it("has usual words for every choice, long enough for a statement", () => {
    for (const measure of measures) {
      for (const penalty of ["", ...penalties] as const) {
        for (const rule of rules) {
          expect(usualWords({ measure, penalty, rule }).length, `${measure} ${penalty}`).toBeGreaterThanOrEqual(10);
        }
      }
    }
  });

  it("says what is wrong where a rule was broken, and only there", () => {
    const wrong = /attacks a person/;
    const rule = "kindness";
    expect(usualWords({ measure: "hide", rule })).toMatch(wrong);
    expect(usualWords({ measure: "keep", penalty: "warn", rule })).toMatch(wrong);
    expect(usualWords({ measure: "keep", penalty: "pause_reports", rule })).not.toMatch(/text/);
    expect(usualWords({ measure: "lock", rule })).not.toMatch(wrong);
    expect(usualWords({ measure: "keep", penalty: "lift_ban", rule })).not.toMatch(wrong);
  });
});

it("a choice is told to the author in the words of its statement", () => {
  expect(outcomeOfChoice("hide")).toBe(outcomeOf({ kind: "hide" }));
  expect(outcomeOfChoice("lift_silence")).toBe(outcomeOf({ kind: "lift", lifts: "silence" }));
});

it.each<[string, string, boolean]>([
  ["provider", "Physiotherapist", true],
  ["provider", "", false],
  ["provider", "  ", false],
  ["moderator", "", true],
  ["owner", "", false],
])("the role %s with “%s” is taken: %s", (role, credential, taken) => {
  expect(roleSchema.safeParse({ member: "1", role, credential }).success).toBe(taken);
});
