import { describe, expect, it } from "vitest";
import { commentPath, localPath, slugOf, threadPath } from "./urls";

describe("slugOf", () => {
  it.each([
    ["My first appointment", "my-first-appointment"],
    ["Łódź, Größe & Ñandú?", "lodz-grosse-nandu"],
    ["???", "thread"],
    ["a".repeat(100), "a".repeat(60)],
    ["word ".repeat(30), "word-word-word-word-word-word-word-word-word-word-word-word"],
  ])("%s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});

describe("addresses", () => {
  it("stand under their kind", () => {
    expect(threadPath({ id: 5, kind: "question", slug: "a" })).toBe("/posts/5/a");
    expect(threadPath({ id: 5, kind: "testimonial", slug: "a" })).toBe("/what-helped/5/a");
    expect(threadPath({ id: 5, kind: "article", slug: "a" })).toBe("/articles/a");
  });

  it("find a comment's page", () => {
    expect(commentPath({ id: 5, kind: "advice", slug: "a" }, 20)).toBe("/posts/5/a#comment-20");
    expect(commentPath({ id: 5, kind: "advice", slug: "a" }, 21)).toBe("/posts/5/a?page=2#comment-21");
  });
});

describe("localPath", () => {
  it.each(["/me", "/posts/5/a?page=2"])("keeps %s", (path) => {
    expect(localPath(path, "/")).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:x",
    "",
    undefined,
    "/a b",
    "/a\nb",
    "me",
    ["/a"],
  ])("refuses %j", (path) => {
    expect(localPath(path, "/fallback")).toBe("/fallback");
  });
});
