import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routeOf } from "./addresses";

describe("an address", () => {
  it.each([
    ["/healthz", { kind: "health", path: "/healthz" }],
    ["/readyz?now", { kind: "health", path: "/readyz" }],
    ["/metrics", { kind: "health", path: "/metrics" }],
    ["/_next/static/chunks/a.js", { kind: "asset" }],
    ["/favicon.ico", { kind: "internal" }],
    ["/icon.svg?8f2", { kind: "asset" }],
    ["/api/threads/5/live", { kind: "live", thread: 5 }],
    ["/api/threads/5/live?x=1", { kind: "live", thread: 5 }],
    ["/api/threads/05/live", { kind: "own" }],
    ["/api/threads/0/live", { kind: "own" }],
    ["/api/threads/5/comments?after=3", { kind: "own" }],
    ["/api/live", { kind: "counts" }],
    ["/api/live?x=1", { kind: "counts" }],
    ["/api/live/1", { kind: "own" }],
    ["/me", { kind: "own" }],
    ["/me/settings", { kind: "own" }],
    ["/staff/cases/1", { kind: "own" }],
    ["/auth/sign-in?next=/me", { kind: "own" }],
    ["/dev/mailbox", { kind: "own" }],
    ["/dev/mailbox.json", { kind: "own" }],
    ["/posts/../me", { kind: "own" }],
    ["/", { kind: "shared", url: "/" }],
    ["/mercy", { kind: "shared", url: "/mercy" }],
    ["/members/ana", { kind: "shared", url: "/members/ana" }],
    ["/posts/5/a-title", { kind: "shared", url: "/posts/5/a-title" }],
    ["/posts/5/h%C3%A9", { kind: "shared", url: "/posts/5/h%C3%A9" }],
    ["/feed.xml", { kind: "shared", url: "/feed.xml" }],
    ["/posts/5/a-title#comment-3", { kind: "shared", url: "/posts/5/a-title" }],
  ])("%s is sorted", (address, route) => {
    expect(routeOf(address)).toEqual(route);
  });

  it.each(["", "me", "*", "//example.org/", "http://example.org/", "/%", "/a%zz", "/%00", "/a%00b", "/%ff", "/%c3"])(
    "%s cannot be read",
    (address) => {
      expect(routeOf(address)).toBeNull();
    },
  );
});

describe("the query of a shared page", () => {
  it.each([
    ["/?page=2&kind=question", "/?kind=question&page=2"],
    ["/?kind=question&page=2", "/?kind=question&page=2"],
    ["/?utm_source=x", "/"],
    ["/?_rsc=1x2y&page=3&fbclid=z", "/?page=3"],
    ["/?page=1&page=2", "/?page=1"],
    ["/?Page=2", "/"],
    ["/?address=/posts/5", "/"],
    ["/report?address=/posts/5%23comment-3", "/report?address=%2Fposts%2F5%23comment-3"],
    ["/write/post?technique=shiatsu", "/write/post?technique=shiatsu"],
    ["/?before=17.5&page=", "/?page=&before=17.5"],
    ["/transparency/decisions.csv?before=3&month=2026-05", "/transparency/decisions.csv?month=2026-05&before=3"],
    [`/?kind=${"x".repeat(300)}`, `/?kind=${"x".repeat(100)}`],
  ])("%s is kept as %s", (address, url) => {
    expect(routeOf(address)).toEqual({ kind: "shared", url });
  });

  it("keeps one page for all that says nothing to it, and its address is its own key", () => {
    const word = fc.string({ unit: "grapheme", maxLength: 30 });
    const pairs = fc.array(fc.tuple(fc.oneof(word, fc.constantFrom("page", "kind", "before", "month")), word));
    fc.assert(
      fc.property(pairs, (given) => {
        const query = new URLSearchParams(given);
        const route = routeOf(`/techniques?${query}`);
        if (route?.kind !== "shared") throw new Error("this is a shared page");
        expect(routeOf(route.url)).toEqual(route);
        for (const name of ["month", "kind", "page", "before"]) {
          expect(new URL(route.url, "http://localhost").searchParams.get(name)).toBe(
            query.get(name)?.slice(0, 100) ?? null,
          );
        }
        expect(new URL(route.url, "http://localhost").searchParams.size).toBeLessThanOrEqual(4);
      }),
    );
  });
});
