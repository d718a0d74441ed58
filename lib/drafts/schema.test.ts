import { describe, expect, it } from "vitest";
import { draftField, placeOf, saveDraftSchema } from "./schema";

const good = {
  place: "post",
  member: 3,
  writer: "w".repeat(22),
  draft: { id: 4, version: 1 },
  step: "step-effect",
  values: { title: ["A"], areas: ["neck", "jaw"] },
  ageSeconds: 2,
};
const refused = (given: object) =>
  saveDraftSchema.safeParse({ ...good, ...given }).error?.issues.map(({ path }) => path[0]);

describe("placeOf", () => {
  it.each([
    ["post", { kind: "post", id: 0, detail: "" }],
    ["comment-5", { kind: "comment", id: 5, detail: "" }],
    ["follow-up-9-30_days", { kind: "follow_up", id: 9, detail: "30_days" }],
    ["issue", { kind: "issue", id: 0, detail: "" }],
    ["edit-issue-4-2", { kind: "edit_issue", id: 4, detail: "2" }],
    ["edit-article-2-0123456789abcdef", { kind: "edit_article", id: 2, detail: "0123456789abcdef" }],
  ])("reads %s", (name, place) => {
    expect(placeOf(name)).toEqual(place);
  });

  it.each(["", "posts", "comment-", "comment-5;", "comment-1e9", "follow-up-9-31_days", "edit-article-2", "edit-post"])(
    "knows no form %j",
    (name) => {
      expect(placeOf(name)).toBeNull();
    },
  );
});

describe("what an open form sends", () => {
  it("is taken as it was typed", () => {
    expect(saveDraftSchema.parse(good)).toEqual(good);
    const long = { values: { body: ["😀 é\n  ".repeat(5000)] } };
    expect(saveDraftSchema.parse({ ...good, ...long })).toMatchObject(long);
  });

  it("has a limit, which is the widest for articles", () => {
    const values = { body: ["x".repeat(66_000)] };
    expect(refused({ values })).toEqual(["values"]);
    expect(refused({ values, place: "article" })).toBeUndefined();
    expect(refused({ values: { body: ["x".repeat(160_000)] }, place: "article" })).toEqual(["values"]);
  });

  it("loses halves of characters and NUL bytes, which no page can show", () => {
    const values = { body: ["a\u0000b\uD83Dc"] };
    expect(saveDraftSchema.parse({ ...good, values })).toMatchObject({ values: { body: ["abc"] } });
  });

  it.each([
    { place: "somewhere" },
    { member: 0 },
    { writer: "short" },
    { draft: { id: 4 } },
    { step: "<b>" },
    { ageSeconds: -1 },
    { ageSeconds: 181 * 86_400 },
    { values: { "a b": ["x"] } },
    { values: { title: "x" } },
    { values: { title: [3] } },
  ])("is refused with %j", (given) => {
    expect(refused(given)).toEqual([Object.keys(given)[0]]);
  });
});

it("drops a draft's number that is none", () => {
  expect(["5", "", undefined, "x", "-1", ["1", "2"]].map((given) => draftField.parse(given))).toEqual([
    5,
    ...Array.from({ length: 5 }, () => undefined),
  ]);
});
