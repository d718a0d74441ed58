import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reader, ReaderState, Role, Viewer } from "@/lib/platform/actor";
import { audienceOf, cookiesOf, slotsOf, themeOf } from "./reader";
import { inertValues } from "./slots";

const roles: Role[] = ["member", "provider", "editor", "moderator", "admin"];
const aViewer = (given: Partial<Viewer> = {}): Viewer => ({
  accountId: 1,
  memberId: 42,
  handle: "ana",
  role: "member",
  newcomer: false,
  restriction: null,
  ...given,
});
const nothing: ReaderState = {
  follow: "none",
  quiet: "none",
  reactions: [],
  unread: 0,
  blocked: [],
  mutedMembers: [],
  mutedTechniques: [],
  mutedThreads: [],
  mutedWords: [],
};
const aReader = (viewer: Viewer | null, state = nothing): Reader | null => viewer && { viewer, state };

/** As the page reads it, in components/ui/page-slots.tsx. */
function decoded(state: string): unknown {
  return JSON.parse(atob(state.replace(/-/g, "+").replace(/_/g, "/")));
}

describe("the slots of a reader", () => {
  it("hold for every handle, role, theme, reaction and everything unwanted", () => {
    const ids = fc.array(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), { maxLength: 20 });
    const states: fc.Arbitrary<ReaderState> = fc.record({
      follow: fc.constantFrom("watch", "follow", "off", "none"),
      reactions: fc.array(
        fc.record({ position: fc.nat(1_000_000), kind: fc.constantFrom("thanks", "helped_too", "not_alone") }),
        { maxLength: 60 },
      ),
      unread: fc.nat(5000),
      quiet: fc.constantFrom("on", "muted", "off", "none"),
      blocked: ids,
      mutedMembers: ids,
      mutedTechniques: ids,
      mutedThreads: ids,
      mutedWords: fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constant("botox")), { maxLength: 5 }),
    });
    const page = `<li data-place="c1"><p data-words="">botox</p></li><li data-place='c2}'><p data-words="">botox</p></li>`;
    const viewers = fc.option(
      fc.record({
        accountId: fc.nat(),
        memberId: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
        handle: fc.oneof(fc.stringMatching(/^[a-z0-9_]{3,24}$/), fc.string({ unit: "binary" })),
        role: fc.constantFrom(...roles),
        newcomer: fc.boolean(),
        restriction: fc.constantFrom(null, "silence", "suspend", "ban"),
      }),
    );
    fc.assert(
      fc.property(
        viewers,
        states,
        fc.oneof(fc.string(), fc.constantFrom("dark", "attack")),
        (viewer, state, cookie) => {
          const slots = slotsOf(aReader(viewer, state), themeOf(cookie), () => page);
          expect(inertValues(slots)).toEqual(slots);
        },
      ),
    );
  });

  it.each([
    [null, "visitor"],
    [aViewer({ memberId: null, handle: null }), "joining"],
    [aViewer(), "member"],
    [aViewer({ role: "provider" }), "member"],
    [aViewer({ role: "editor" }), "member"],
    [aViewer({ role: "moderator" }), "staff"],
    [aViewer({ role: "admin" }), "staff"],
    [aViewer({ restriction: "silence" }), "silenced"],
    [aViewer({ restriction: "suspend" }), "suspended"],
    [aViewer({ role: "moderator", restriction: "ban" }), "suspended"],
  ])("say what kind of reader %j is", (viewer, kind) => {
    expect(slotsOf(aReader(viewer), "auto").viewer).toBe(kind);
  });

  it("tell a member's page who reads, and nobody else's", () => {
    const state: ReaderState = {
      ...nothing,
      follow: "watch",
      quiet: "off",
      unread: 3,
      reactions: [{ position: 2, kind: "thanks" }],
    };
    const slots = slotsOf(aReader(aViewer(), state), "dark");
    expect(decoded(slots.state)).toEqual({
      handle: "ana",
      role: "member",
      memberId: 42,
      unread: 3,
      reactions: state.reactions,
    });
    expect(slots).toMatchObject({ theme: "dark", follow: "watch", quiet: "off", unread: "3" });
    expect(slots.style).toContain("[data-by=m42] .own");
    expect(slots.style).toContain("[value=r2-thanks]");
    for (const viewer of [null, aViewer({ memberId: null })]) {
      expect(slotsOf(aReader(viewer, state), "auto")).toMatchObject({
        state: "none",
        follow: "none",
        quiet: "none",
        style: "",
        unread: "none",
      });
    }
  });

  it.each([
    [0, "none"],
    [1, "1"],
    [9, "9"],
    [10, "more"],
  ])("say that %i things are new as %s", (unread, word) => {
    expect(slotsOf(aReader(aViewer(), { ...nothing, unread }), "auto").unread).toBe(word);
  });

  it("have a nonce and a form key that never come again", () => {
    const words = Array.from({ length: 500 }, () => slotsOf(null, "auto")).flatMap(({ nonce, key }) => [nonce, key]);
    expect(new Set(words).size).toBe(1000);
  });
});

describe("who reads", () => {
  it.each([
    [null, "public"],
    [aViewer({ memberId: null, handle: null }), "public"],
    [aViewer(), "members"],
  ])("%j belongs to the audience %s", (viewer, audience) => {
    expect(audienceOf(viewer)).toBe(audience);
  });
});

describe("cookies", () => {
  it.each([
    [undefined, {}],
    ["", {}],
    ["theme=dark", { theme: "dark" }],
    ["theme=dark; fresh=a.b;c=d", { theme: "dark", fresh: "a.b", c: "d" }],
    ["unknot-session=one; unknot-session=two", { "unknot-session": "one" }],
    ["novalue; =x; a==b=", { "": "x", a: "=b=" }],
    ["__proto__=x; constructor=y", { ["__proto__"]: "x", constructor: "y" }],
  ])("of %j are read", (header, expected) => {
    expect([...cookiesOf(header)]).toEqual(Object.entries(expected));
  });

  it.each([
    [undefined, "auto"],
    ["light", "light"],
    ["attack", "attack"],
    ["Dark", "auto"],
    ['dark" onload="x', "auto"],
  ])("theme=%s shows the theme %s", (cookie, theme) => {
    expect(themeOf(cookie)).toBe(theme);
  });
});
