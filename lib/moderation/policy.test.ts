import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Role } from "@/lib/platform/actor";
import {
  canDecide,
  canReport,
  fits,
  hidesItself,
  leadHours,
  measuresFor,
  nextInOrder,
  penaltiesFor,
  reasonsFor,
  scopeOf,
  tellsAuthor,
  weightOf,
  type AutoHide,
  type Thing,
} from "./policy";
import { measures, penalties } from "./schema";

const actor = (role: Role, memberId = 1): Actor => ({ memberId, handle: "x", role, newcomer: false, paced: false });
const post: Thing = {
  subject: "thread",
  kind: "post",
  authorId: 9,
  authorRole: "member",
  persona: false,
  held: false,
  editHeld: false,
  hidden: false,
  removed: false,
  withdrawn: false,
  locked: false,
  slowed: false,
  inForce: [],
};
const comment: Thing = { ...post, subject: "comment", kind: "comment" };
const profile: Thing = { ...post, subject: "profile", kind: "profile" };

describe("measuresFor", () => {
  it.each<[string, Thing, string[]]>([
    ["a post", post, ["keep", "hide", "remove", "redact", "ask_edit", "move", "lock", "slow"]],
    [
      "a locked, slow post",
      { ...post, locked: true, slowed: true },
      ["keep", "hide", "remove", "redact", "ask_edit", "move", "lift_lock", "lift_slow"],
    ],
    [
      "a hidden post",
      { ...post, hidden: true },
      ["keep", "restore", "remove", "redact", "ask_edit", "move", "lock", "slow"],
    ],
    ["a removed post", { ...post, removed: true }, ["keep", "restore", "lock", "slow"]],
    ["a withdrawn post", { ...post, withdrawn: true }, ["keep", "lock", "slow"]],
    ["an article", { ...post, kind: "article" }, ["keep", "hide", "remove", "lock", "slow"]],
    [
      "a testimonial",
      { ...post, kind: "testimonial" },
      ["keep", "hide", "remove", "redact", "ask_edit", "lock", "slow"],
    ],
    ["what waits", { ...post, held: true }, ["restore", "remove"]],
    ["what was removed while it waited", { ...post, held: true, removed: true }, ["keep", "restore", "lock", "slow"]],
    ["what was withdrawn while it waited", { ...post, held: true, withdrawn: true }, ["keep", "lock", "slow"]],
    ["a post with an edit that waits", { ...post, editHeld: true }, ["restore", "refuse_edit", "remove"]],
    ["a comment", comment, ["keep", "hide", "remove", "redact", "ask_edit"]],
    ["a hidden comment", { ...comment, hidden: true }, ["keep", "restore", "remove", "redact", "ask_edit"]],
    ["a withdrawn comment", { ...comment, withdrawn: true }, ["keep"]],
    ["a profile", profile, ["keep", "hide"]],
    ["a hidden profile", { ...profile, hidden: true }, ["keep", "restore"]],
  ])("offers what fits %s", (_name, thing, offered) => {
    expect(measuresFor(thing)).toEqual(offered);
  });
});

describe("penaltiesFor", () => {
  it.each<[string, Role, Thing, string[]]>([
    ["a member", "moderator", post, ["remind", "warn", "silence", "suspend", "ban"]],
    [
      "a silenced member",
      "moderator",
      { ...post, inForce: ["silence"] },
      ["remind", "warn", "suspend", "ban", "lift_silence"],
    ],
    [
      "a profile",
      "moderator",
      profile,
      ["remind", "warn", "silence", "suspend", "ban", "pause_reports", "pause_appeals"],
    ],
    ["a name made for one testimonial", "admin", { ...post, persona: true }, ["remind", "warn"]],
    ["a moderator, for a moderator", "moderator", { ...post, authorRole: "moderator" }, []],
    [
      "a moderator, for an admin",
      "admin",
      { ...post, authorRole: "moderator" },
      ["remind", "warn", "silence", "suspend", "ban"],
    ],
  ])("offers in order what fits %s", (_name, role, thing, offered) => {
    expect(penaltiesFor(actor(role), thing)).toEqual(offered);
  });

  it("suggests one step after the other, and a ban in the end", () => {
    const steps = [0, 1, 2, 3, 4, 5, 6, 99].map((before) => nextInOrder(before));
    expect(steps.map(({ penalty, days = "" }) => penalty + days)).toEqual([
      ...["remind", "warn", "silence1", "silence3", "silence7", "suspend30", "ban", "ban"],
    ]);
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
    const decision = canDecide(actor(role), post, []);
    expect(decision.allowed ? null : decision.code).toBe(code);
  });

  it("refuses one's own words and one's own report", () => {
    expect(canDecide(actor("moderator", 9), post, [])).toMatchObject({ code: "decide_own" });
    expect(canDecide(actor("moderator", 4), post, [3, 4])).toMatchObject({ code: "decide_own" });
  });

  it("fits exactly what is offered", () => {
    const moderator = actor("moderator");
    for (const thing of [post, comment, profile]) {
      for (const measure of measures) {
        expect(fits(moderator, thing, { measure }).allowed).toBe(measuresFor(thing).includes(measure));
      }
      for (const penalty of penalties) {
        const offered = penaltiesFor(moderator, thing).includes(penalty);
        expect(fits(moderator, thing, { measure: "keep", penalty }).allowed).toBe(offered);
      }
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

  it("offers a worry first wherever a person may be in danger, and nothing that cannot be meant", () => {
    for (const kind of ["post", "comment", "testimonial", "profile"] as const)
      expect(reasonsFor(kind)[0]).toBe("worried_about_person");
    expect(reasonsFor("article")).toEqual(["unsafe_advice", "promotion", "private_details", "other"]);
    expect(reasonsFor("profile")).not.toContain("unsafe_advice");
  });
});

describe("the weight of reports", () => {
  it.each([
    [{ decided: 0, upheld: 0 }, 1],
    [{ decided: 8, upheld: 8 }, 1.4],
    [{ decided: 8, upheld: 0 }, 0.6],
  ])("%j counts %d", (record, weight) => {
    expect(weightOf(record)).toBeCloseTo(weight);
  });

  it("stays between a half and one and a half, and never moves a case by more than a day", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (upheld, more) => {
        const weight = weightOf({ decided: upheld + more, upheld });
        expect(weight).toBeGreaterThan(0.5);
        expect(weight).toBeLessThan(1.5);
      }),
    );
    expect([0, 1, 2, 13, 99].map(leadHours)).toEqual([0, 0, 2, 24, 24]);
  });
});

describe("hidesItself", () => {
  const enough: AutoHide = { reason: "spam", reporters: 3, oldestDays: 31, visible: true, settled: false };
  it.each<[string, Partial<AutoHide>, boolean]>([
    ["three reporters, one of them long here", {}, true],
    ["two reporters", { reporters: 2 }, false],
    ["only new reporters", { oldestDays: 30 }, false],
    ["a worry about somebody, however many", { reason: "worried_about_person", reporters: 99 }, false],
    ["what is gone already", { visible: false }, false],
    ["what a moderator has let stand", { settled: true }, false],
  ])("%s", (_name, given, hidden) => {
    expect(hidesItself({ ...enough, ...given })).toBe(hidden);
  });
});

describe("a statement", () => {
  it("comes with everything but what stays and what is counted as spam", () => {
    expect(tellsAuthor("keep", "none")).toBe(false);
    expect(tellsAuthor("remove", "spam")).toBe(false);
    expect(tellsAuthor("remove", "promotion")).toBe(true);
    expect(tellsAuthor("restore", "none")).toBe(true);
  });

  it.each(["remind", "warn", "silence", "suspend", "ban", "pause_reports", "ask_edit", "lock", "lift"] as const)(
    "comes with %s for spam, too",
    (kind) => {
      expect(tellsAuthor(kind, "spam")).toBe(true);
    },
  );

  it.each([
    ["thread", "hide", null, "text"],
    ["comment", "remind", null, "text"],
    ["thread", "move", null, "thread"],
    ["thread", "lift", "lock", "thread"],
    ["profile", "hide", null, "profile"],
    ["comment", "silence", null, "account"],
    ["profile", "lift", "pause_reports", "account"],
  ] as const)("about a %s: %s of %s reaches the %s", (subject, kind, lifts, scope) => {
    expect(scopeOf(subject, kind, lifts)).toBe(scope);
  });
});
