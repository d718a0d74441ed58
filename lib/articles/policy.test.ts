import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/platform/actor";
import type { Decision } from "@/lib/platform/policy";
import { canEditArticle, canPublishArticle } from "./policy";

const at = new Date("2026-01-01");
const open = { authorId: 1, hiddenAt: null, removedAt: null, withdrawnAt: null, lockedAt: null };
const said = (decision: Decision) => (decision.allowed ? "yes" : decision.code);

const editors: Role[] = ["editor", "admin"];
const others: Role[] = ["member", "provider", "moderator"];

describe("an article", () => {
  it.each(editors)("is published by an %s", (role) => {
    expect(said(canPublishArticle({ role }))).toBe("yes");
  });

  it.each(others)("is not published by a %s", (role) => {
    expect(said(canPublishArticle({ role }))).toBe("not_allowed");
  });

  it.each([
    ["open", {}, "yes"],
    ["locked", { lockedAt: at }, "yes"],
    ["hidden", { hiddenAt: at }, "under_review"],
    ["removed", { removedAt: at }, "not_found"],
    ["withdrawn", { withdrawnAt: at }, "not_found"],
    ["hidden and withdrawn", { hiddenAt: at, withdrawnAt: at }, "not_found"],
    ["hidden and removed", { hiddenAt: at, removedAt: at }, "not_found"],
  ])("that is %s can be changed by editors, or they are told why not, and by nobody else", (_state, given, answer) => {
    for (const role of editors) expect(said(canEditArticle({ role }, { ...open, ...given }))).toBe(answer);
    for (const role of others) expect(said(canEditArticle({ role }, { ...open, ...given }))).toBe("not_allowed");
  });
});
