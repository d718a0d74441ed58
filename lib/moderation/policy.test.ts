import { describe, expect, it } from "vitest";
import type { Actor, Role } from "@/lib/platform/actor";
import { canDecide, canReport, decisionsFor, type Thing } from "./policy";
import { decisionKinds } from "./schema";

const actor = (role: Role, memberId = 1): Actor => ({ memberId, handle: "x", role, newcomer: false, paced: false });
const post: Thing = {
  isComment: false,
  authorId: 9,
  held: false,
  hidden: false,
  removed: false,
  withdrawn: false,
  locked: false,
};

describe("decisionsFor", () => {
  it.each([
    ["a post", post, ["dismiss", "hide", "remove", "lock"]],
    ["a locked post", { ...post, locked: true }, ["dismiss", "hide", "remove", "unlock"]],
    ["a hidden post", { ...post, hidden: true }, ["dismiss", "restore", "remove", "lock"]],
    ["a removed post", { ...post, removed: true }, ["dismiss", "restore", "lock"]],
    ["a withdrawn post", { ...post, withdrawn: true }, ["dismiss", "lock"]],
    ["a testimonial that waits", { ...post, held: true }, ["restore", "remove"]],
    ["one that was withdrawn while it waited", { ...post, held: true, withdrawn: true }, ["dismiss", "lock"]],
    ["a comment", { ...post, isComment: true }, ["dismiss", "hide", "remove"]],
    ["a hidden comment", { ...post, isComment: true, hidden: true }, ["dismiss", "restore", "remove"]],
    ["a withdrawn comment", { ...post, isComment: true, withdrawn: true }, ["dismiss"]],
  ])("offers what fits %s", (_name, thing, offered) => {
    expect(decisionsFor(thing)).toEqual(offered);
  });
});

describe("canDecide", () => {
  it.each([
    ["member", "not_allowed"],
    ["provider", "not_allowed"],
    ["editor", "not_allowed"],
    ["moderator", null],
    ["admin", null],
  ] as const)("%s", (role, code) => {
    const decision = canDecide(actor(role), post, [], "hide");
    expect(decision.allowed ? null : decision.code).toBe(code);
  });

  it("refuses one's own words and one's own report", () => {
    expect(canDecide(actor("moderator", 9), post, [], "hide")).toMatchObject({ code: "decide_own" });
    expect(canDecide(actor("moderator", 4), post, [3, 4], "hide")).toMatchObject({ code: "decide_own" });
  });

  it("refuses exactly what is not offered", () => {
    for (const kind of decisionKinds) {
      expect(canDecide(actor("moderator"), post, [], kind).allowed).toBe(decisionsFor(post).includes(kind));
    }
  });
});

describe("canReport", () => {
  it.each([
    [{ authorId: 9, visible: true }, null],
    [{ authorId: 9, visible: false }, "not_found"],
    [{ authorId: 1, visible: true }, "report_own"],
  ])("%j", (thing, code) => {
    const decision = canReport(actor("member"), thing);
    expect(decision.allowed ? null : decision.code).toBe(code);
  });
});
