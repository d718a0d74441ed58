import { describe, expect, it } from "vitest";
import { editArticleSchema, publishArticleSchema } from "./schema";

const good = {
  title: "What a small trial can say",
  technique: "",
  audience: "public",
  excerpt: "One trial, read slowly.",
  body: "One trial with 47 people.",
  sources: "lawler-2006",
  reviewer: "Ana, nurse",
  reviewedOn: "2026-02-28",
};
const refused = (given: object) => {
  const issues = publishArticleSchema.safeParse({ ...good, ...given }).error?.issues;
  return issues && [...new Set(issues.map(({ path }) => path[0]))];
};

describe("the form of an article", () => {
  it("takes what a browser sends, with and without a technique", () => {
    expect(refused({})).toBeUndefined();
    expect(refused({ technique: "shiatsu" })).toBeUndefined();
  });

  it.each([
    "lawler-2006\nnir-2018",
    "lawler-2006, nir-2018",
    " [lawler-2006] [nir-2018] ",
    "Lawler-2006; NIR-2018 lawler-2006",
  ])("reads the sources %j in their order, each once", (sources) => {
    expect(publishArticleSchema.parse({ ...good, sources }).sources).toEqual(["lawler-2006", "nir-2018"]);
  });

  it.each([
    ["no source", { sources: " " }, "sources"],
    ["only brackets", { sources: "[]" }, "sources"],
    ["what is no short name", { sources: "Lawler 2006" }, "sources"],
    ["a technique that no page could send", { technique: "a\u0000b" }, "technique"],
    ["a day that no month has", { reviewedOn: "2026-02-30" }, "reviewedOn"],
    ["a day in another order", { reviewedOn: "28.02.2026" }, "reviewedOn"],
    ["no day", { reviewedOn: undefined }, "reviewedOn"],
    ["a year before anybody was asked", { reviewedOn: "0026-02-28" }, "reviewedOn"],
    ["nobody who checked it", { reviewer: " " }, "reviewer"],
    ["a summary of a word", { excerpt: "Short." }, "excerpt"],
    ["an audience that there is not", { audience: "friends" }, "audience"],
  ])("refuses %s", (_what, given, field) => {
    expect(refused(given)).toEqual([field]);
  });

  it("takes a text of 60,000 characters and not one more", () => {
    expect(refused({ body: "é".repeat(60_000) })).toBeUndefined();
    expect(refused({ body: "é".repeat(60_001) })).toEqual(["body"]);
  });

  it("asks for the version when an article is changed", () => {
    const change = { ...good, thread: "1", version: "0".repeat(64) };
    expect(editArticleSchema.safeParse(change).success).toBe(true);
    for (const version of ["", "1", undefined, "g".repeat(64)])
      expect(editArticleSchema.safeParse({ ...change, version }).success).toBe(false);
  });
});
