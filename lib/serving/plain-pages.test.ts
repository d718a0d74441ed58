import { describe, expect, it } from "vitest";
import { plainPage } from "./plain-pages";

describe("a plain page", () => {
  it.each([400, 403, 404, 405, 411, 413, 414, 500, 503])("for %d has words of its own, and needs nothing", (status) => {
    const page = plainPage(status, "abcdefghijklmnopqrstuv");
    expect(page).toMatch(/<title>[^<]+ \| Unknot<\/title>/);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<a href="/">');
    expect(page.match(/<(style|script)\b[^>]*>/g)).toEqual(['<style nonce="abcdefghijklmnopqrstuv">']);
    expect(page).not.toMatch(/\s(style|src|on[a-z]+)=/);
    expect(page).not.toContain(plainPage(599, "").match(/<p>[^<]*<\/p>/)?.[0]);
  });
});
