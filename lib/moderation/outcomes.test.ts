import { describe, expect, it } from "vitest";
import { outcomeOfNotice, stateOfReport, type NoticeOutcome, type ReportedCase, type ReportState } from "./outcomes";
import type { DecisionKind } from "./schema";

describe("outcomeOfNotice", () => {
  const stands = { withdrawn: false, removed: false, hidden: false };
  it.each<[NoticeOutcome, Partial<typeof stands>, DecisionKind[]]>([
    ["kept", {}, ["keep"]],
    ["kept", {}, ["restore"]],
    ["kept", {}, []],
    ["hidden", { hidden: true }, ["hide"]],
    ["hidden", { hidden: true }, ["keep"]],
    ["removed", { removed: true }, ["remove", "ban"]],
    ["removed", { removed: true, hidden: true }, ["remove"]],
    ["withdrawn", { withdrawn: true, removed: true }, ["remove"]],
    ["withdrawn", { withdrawn: true }, ["keep"]],
    ["other", {}, ["warn"]],
    ["other", {}, ["keep", "silence"]],
    ["other", {}, ["redact"]],
    ["other", {}, ["hide", "restore"]],
  ])("is %s for %o after %o", (outcome, state, kinds) => {
    expect(outcomeOfNotice({ ...stands, ...state }, kinds)).toBe(outcome);
  });
});

describe("stateOfReport", () => {
  const stands = (...kinds: DecisionKind[]) => kinds.map((kind) => ({ kind, overturned: false }));
  const overturned = (...kinds: DecisionKind[]) => kinds.map((kind) => ({ kind, overturned: true }));
  it.each<[ReportState, Partial<ReportedCase>]>([
    ["waiting", {}],
    ["claimed", { claimed: true }],
    ["claimed", { claimed: true, hidden: true }],
    ["hidden", { hidden: true }],
    ["waiting", { decided: overturned("keep") }],
    ["kept", { open: false }],
    ["kept", { open: false, decided: stands("keep") }],
    ["kept", { open: false, decided: stands("restore") }],
    ["done", { open: false, decided: stands("hide") }],
    ["done", { open: false, decided: stands("warn") }],
    ["done", { open: false, decided: [...overturned("keep"), ...stands("hide")] }],
    ["done", { open: false, decided: [...overturned("ban"), ...stands("remove")] }],
    ["done", { open: false, hidden: true, decided: stands("hide") }],
    ["taken_back", { open: false, decided: overturned("hide") }],
    ["taken_back", { open: false, decided: overturned("remove", "ban") }],
  ])("is %s for %o", (state, given) => {
    expect(stateOfReport({ open: true, claimed: false, hidden: false, decided: [], ...given })).toBe(state);
  });
});
