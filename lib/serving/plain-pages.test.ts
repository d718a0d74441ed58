import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptTextsPage, plainPage } from "./plain-pages";

describe("a plain page", () => {
  it.each([400, 403, 404, 405, 411, 413, 414, 500, 503])("for %d has words of its own, and needs nothing", (status) => {
    const page = plainPage(status, "abcdefghijklmnopqrstuv");
    expect(page).toMatch(/<title>[^<]+ \| Unknot<\/title>/);
    expect(page).toContain('<html lang="en" data-theme="auto">');
    expect(page).toContain('<a href="/">');
    expect(page.match(/<(style|script)\b[^>]*>/g)).toEqual(['<style nonce="abcdefghijklmnopqrstuv">']);
    expect(page).not.toMatch(/\s(style|src|on[a-z]+)=/);
    expect(page).not.toContain(plainPage(599, "").match(/<p>[^<]*<\/p>/)?.[0]);
  });
});

describe("the page that gives back what was typed", () => {
  it("holds every text as it was, and nothing of it becomes markup", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("</textarea><script>", "&lt;", '"><b>', "\n\n"),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.constantFrom(404, 500, 503), (texts, status) => {
        const page = keptTextsPage(status, texts, "abcdefghijklmnopqrstuv");
        // A browser drops the first line break of a text area.
        const held = [...page.matchAll(/<textarea[^>]*>\n([^<]*)<\/textarea>/g)].map(([, inner = ""]) => inner);
        const read = held.map((inner) =>
          inner
            .replace(/&lt;/g, "<")
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, "&"),
        );
        expect(read).toEqual(texts);
        expect(page).not.toContain("<script");
      }),
    );
  });
});
