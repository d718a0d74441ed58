import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readSignedId, signId } from "./signed-id";
import { readUnsubscribeToken, unsubscribeAddress, unsubscribeToken } from "./unsubscribe";

vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost:1/nothing");

const place = { list: "newsletter", id: 7 };

describe("a token to unsubscribe", () => {
  it("is read as what it was made of", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z_]{1,30}$/), fc.integer({ min: 1, max: 10 ** 14 }), (list, id) => {
        expect(readUnsubscribeToken(unsubscribeToken({ list, id }))).toEqual({ list, id });
      }),
    );
  });

  it("is the same at any time, and fits into an address of this site", () => {
    expect(unsubscribeToken(place)).toBe(unsubscribeToken({ ...place }));
    expect(unsubscribeAddress(place)).toMatch(
      /^http:\/\/localhost:3000\/api\/unsubscribe\?token=newsletter\.7\.[\w-]{43}$/,
    );
  });

  it("is for one place of one list, and cannot be made from another", () => {
    const token = unsubscribeToken(place);
    const code = token.slice(token.lastIndexOf("."));
    for (const forged of [`newsletter.8${code}`, `replies.7${code}`, `newsletter.07${code}`, `${token}x`, "", "x.1."]) {
      expect(readUnsubscribeToken(forged)).toBeNull();
    }
  });

  it("is nothing where something else was signed with another key", () => {
    const other = signId("newsletter-confirm", { name: "newsletter", id: 7 });
    expect(readUnsubscribeToken(other)).toBeNull();
    expect(readSignedId("newsletter-confirm", unsubscribeToken(place))).toBeNull();
  });

  it("is refused with any letter changed", () => {
    const token = unsubscribeToken(place);
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
      expect(readUnsubscribeToken(changed), changed).toBeNull();
    }
  });
});
