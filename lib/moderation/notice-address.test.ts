import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf } from "./notice-address";

const site = new URL("https://unknot.example.org");
const of = (typed: string) => placeOf(typed, site);
const thread = (id: number, comment = 0, area = "posts") => ({
  kind: "thread",
  id,
  comment,
  path: `/${area}/${id}${comment ? `#comment-${comment}` : ""}`,
});

describe("placeOf", () => {
  it.each([
    ["/posts/5/a-title", thread(5)],
    ["/posts/5", thread(5)],
    ["/posts/5/", thread(5)],
    ["/posts/5/a-title?page=2#comment-23", thread(5, 23)],
    ["/posts/5/a-title?comment=23", thread(5, 23)],
    ["/posts/5/a-title#write", thread(5)],
    ["/posts/5/a-title#comment-0", thread(5)],
    ["/posts/5/a-title#comment-1234567", thread(5)],
    ["/what-helped/7/a-story", thread(7, 0, "what-helped")],
    ["https://unknot.example.org/posts/5/a-title#comment-3", thread(5, 3)],
    ["http://unknot.example.org/posts/5/a-title", thread(5)],
    ["HTTPS://UNKNOT.EXAMPLE.ORG/posts/5/a-title", thread(5)],
    ["unknot.example.org/posts/5/a-title#comment-3", thread(5, 3)],
    ["https://somebody@unknot.example.org/posts/5/x", thread(5)],
    ["/me/../posts/5/x", thread(5)],
    [
      "/articles/what-to-ask#comment-2",
      { kind: "article", slug: "what-to-ask", comment: 2, path: "/articles/what-to-ask#comment-2" },
    ],
    ["/articles/what-to-ask", { kind: "article", slug: "what-to-ask", comment: 0, path: "/articles/what-to-ask" }],
    ["/members/Ana_1?page=2", { kind: "member", handle: "ana_1", path: "/members/ana_1" }],
  ])("%s leads to a thing", (typed, place) => {
    expect(of(typed)).toEqual(place);
  });

  it.each([
    "https://evil.example/posts/5/x",
    "//evil.example/posts/5/x",
    "https://unknot.example.org.evil.example/posts/5/x",
    "https://unknot.example.org@evil.example/posts/5/x",
    "https://unknot.example.org:8443/posts/5/x",
    "evil.example/posts/5/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://",
    "posts/5/x",
    "It was in the second thread from the top.",
    "\\\\evil.example\\posts\\5",
    "/\\evil.example/posts/5/x",
  ])("%s is elsewhere", (typed) => {
    expect(of(typed)).toEqual({ kind: "elsewhere" });
  });

  it.each([
    "/",
    "/techniques/shiatsu",
    "/posts/abc/x",
    "/posts/0/x",
    "/posts/-1/x",
    "/posts/5/x/y",
    "/posts/99999999999999999999/x",
    "/posts/%00/x",
    "/me/report?thread=5",
    "/staff/cases/5",
    "/articles/%3Cb%3E",
    "/members/a b",
    "/members/ana%0d%0aBcc:x",
    "https://unknot.example.org",
    "mailto:a@unknot.example.org",
  ])("%s holds nobody's words", (typed) => {
    expect(of(typed)).toEqual({ kind: "no_content" });
  });

  it("passes nothing on but a path of letters that mean nothing elsewhere", () => {
    const start = fc.constantFrom("/posts/5/", "/articles/", "/members/", "https://unknot.example.org/posts/5/", "");
    fc.assert(
      fc.property(start, fc.string({ unit: "binary" }), (begin, rest) => {
        const place = of(begin + rest);
        if ("path" in place) expect(place.path).toMatch(/^\/[a-z-]+\/[a-z0-9_-]+(#comment-\d+)?$/);
      }),
    );
  });
});
