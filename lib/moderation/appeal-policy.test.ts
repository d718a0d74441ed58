import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { canAnswer, canAppeal, canConclude, type Objection } from "./appeal-policy";

const objection = (given: Partial<Objection> = {}): Objection => ({
  by: "author",
  kind: "hide",
  overturned: false,
  over: false,
  made: false,
  paused: false,
  superseded: false,
  ...given,
});

const codeOf = (decision: { allowed: boolean; code?: string }) => (decision.allowed ? "yes" : decision.code);

describe("canAppeal", () => {
  it.each<[string, Partial<Objection>, string]>([
    ["the author of what was hidden", {}, "yes"],
    ["the author of what was redacted", { kind: "redact" }, "yes"],
    ["somebody who was warned", { kind: "warn" }, "yes"],
    ["somebody who was banned", { kind: "ban" }, "yes"],
    ["the author of what was restored", { kind: "restore" }, "appeal_not_offered"],
    ["somebody whose ban was lifted", { kind: "lift" }, "appeal_not_offered"],
    ["a reporter of what was kept", { by: "reporter", kind: "keep" }, "yes"],
    ["a reporter of what was hidden", { by: "reporter", kind: "hide" }, "appeal_not_offered"],
    ["a reporter of what was decided anew", { by: "reporter", kind: "keep", superseded: true }, "appeal_superseded"],
    ["for the second time", { made: true }, "appeal_made"],
    ["after six months", { over: true }, "appeal_over"],
    ["what was taken back", { overturned: true }, "appeal_overturned"],
    ["while appeals are paused", { paused: true }, "appeals_paused"],
    ["the pause itself", { paused: true, kind: "pause_appeals" }, "yes"],
    ["the pause itself, again", { paused: true, kind: "pause_appeals", made: true }, "appeal_made"],
  ])("%s", (_name, given, expected) => {
    expect(codeOf(canAppeal(objection(given)))).toBe(expected);
  });
});

const actor = (memberId: number, role: Actor["role"] = "moderator"): Actor => ({
  memberId,
  role,
  handle: "wren",
  newcomer: false,
  paced: false,
});

describe("canAnswer", () => {
  const appealed = { appellantId: 1, moderatorId: 2, authorId: 3, reporterIds: [4, 5] };

  it.each([
    ["who had nothing to do with it", actor(9), "yes"],
    ["an admin who had nothing to do with it", actor(9, "admin"), "yes"],
    ["whoever objects", actor(1), "decide_own"],
    ["whoever decided first", actor(2), "answer_own_decision"],
    ["an admin who decided first", actor(2, "admin"), "answer_own_decision"],
    ["the author", actor(3), "decide_own"],
    ["a reporter", actor(5), "decide_own"],
    ["an editor", actor(9, "editor"), "not_allowed"],
    ["a member", actor(9, "member"), "not_allowed"],
  ])("%s", (_name, who, expected) => {
    expect(codeOf(canAnswer(who, appealed))).toBe(expected);
  });

  it("any moderator, where the software decided", () => {
    expect(codeOf(canAnswer(actor(2), { ...appealed, moderatorId: null }))).toBe("yes");
  });
});

describe("canConclude", () => {
  it.each([
    [false, "upheld", "yes"],
    [false, "refused", "yes"],
    [true, "upheld", "yes"],
    [true, "refused", "answer_overturned"],
  ] as const)("taken back %s, %s", (overturned, outcome, expected) => {
    expect(codeOf(canConclude(overturned, outcome))).toBe(expected);
  });
});
