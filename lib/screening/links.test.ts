import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/platform/markdown";
import { hostOf, isAllowed, linksOf } from "./links";

const site = "https://unknot.example";
const hostsOf = (text: string) => [...new Set(linksOf(text, site).map(({ host }) => host))];

describe("linksOf", () => {
  it.each([
    ["a bare name", "see evil.com now", ["evil.com"]],
    ["an address", "https://evil.com/a?b=c#d", ["evil.com"]],
    ["a link", "[x](https://evil.com)", ["evil.com"]],
    ["a link in angle brackets", "<https://evil.com>", ["evil.com"]],
    ["a link by its number", "[a][1]\n\n[1]: https://evil.com", ["evil.com"]],
    ["a picture", "![p](https://evil.com/a.png)", ["evil.com"]],
    ["code", "`evil.com`", ["evil.com"]],
    ["no scheme", "[x](//evil.com)", ["evil.com"]],
    ["a backslash", "[x](/\\evil.com)", ["evil.com"]],
    ["entities", "[x](&#47;&#47;evil&#46;com)", ["evil.com"]],
    ["another scheme", "hxxps://evil.com/a", ["evil.com"]],
    ["a scheme twice", "https://https://evil.com", ["https", "evil.com"]],
    ["a name before it", "https://doi.org@evil.com/x", ["evil.com"]],
    ["a number", "http://203.0.113.9/x", ["203.0.113.9"]],
    ["capitals", "HTTPS://EVIL.COM", ["evil.com"]],
    ["strong letters", "evil.**com**", ["evil.com"]],
    ["a zero-width space", "evil\u200B.com", ["evil.com"]],
    ["wide letters", "ｅｖｉｌ．ｃｏｍ", ["evil.com"]],
    ["another dot", "evil。com", ["evil.com"]],
    ["a dot in brackets", "evil[.]com", ["evil.com"]],
    ["a dot in words", "evil (dot) com", ["evil.com"]],
    ["another alphabet", "bücher.de", ["xn--bcher-kva.de"]],
    ["the end of a sentence", "It is at evil.com.", ["evil.com"]],
    ["a mail address", "write to ana@calm.example.org", ["calm.example.org"]],
    ["a link to a mail address", "[x](mailto:ana@calm.example.org)", ["calm.example.org"]],
    ["www", "www.calm.health", ["www.calm.health"]],
    ["a short address", "bit.ly/x and t.me/y", ["bit.ly", "t.me"]],
    ["a port", "evil.com:8080/x", ["evil.com"]],
    ["two of them", "evil.com, other.org", ["evil.com", "other.org"]],
  ])("finds the host of %s", (_name, text, hosts) => {
    expect(hostsOf(text)).toEqual(hosts);
  });

  it.each([
    ["prose", "I tried it for a while. It helped, e.g. at night, from 8 a.m. to 1.5 hours later."],
    ["a missing space", "It got better.it was calm.so I stayed.me too.in the end"],
    ["two words with a slash", "and/or him/her, 24/7, 8/10"],
    ["a version and a date", "1.2.3 on 12.05.2026 at 10.30"],
    ["this site", "[here](/safety), https://unknot.example/a and unknot.example/b"],
    ["a part of the page", "[up](#top) and [^1]\n\n[^1]: A note."],
    ["dots", "well...what.. no"],
  ])("finds none in %s", (_name, text) => {
    expect(hostsOf(text)).toEqual([]);
  });

  it("tells apart two addresses of one host, and not two spellings of one address", () => {
    const addresses = (text: string) => linksOf(text, site).map(({ address }) => address);
    expect(addresses("https://evil.com/a evil.com/a http://EVIL.com/a")).toEqual(["evil.com/a"]);
    expect(addresses("evil.com/a evil.com/b")).toEqual(["evil.com/a", "evil.com/b"]);
  });

  it("misses nothing that a page would link to", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "[x](",
        ")",
        "<",
        ">",
        "**",
        "`",
        "http://",
        "//",
        "\\",
        "@",
        "\n",
        " ",
        "![",
        "](",
        "mailto:",
        "www.",
      ),
      fc.constantFrom("evil.com", "a.example", "unknot.example", "1.2.3.4", "/safety", "b.co.uk:80/x?y#z"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const hosts = hostsOf(text);
        for (const [, href = ""] of renderMarkdown(text).matchAll(/href="(https?:[^"]*|\/\/[^"]*)"/g)) {
          const { hostname } = URL.canParse(href, site) ? new URL(href, site) : { hostname: "" };
          if (hostname && hostname !== "unknot.example") expect(hosts).toContain(hostname.replace(/\.$/, ""));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("isAllowed", () => {
  it.each([
    ["nih.gov", true],
    ["www.ncbi.nlm.nih.gov", true],
    ["notnih.gov", false],
    ["nih.gov.evil.com", false],
    ["gov", false],
  ])("%s under nih.gov: %s", (host, allowed) => {
    expect(isAllowed(host, ["doi.org", "nih.gov"])).toBe(allowed);
  });
});

describe("hostOf", () => {
  it.each([
    ["DOI.org", "doi.org"],
    ["https://www.nih.gov/x?y", "nih.gov"],
    [" bücher.de ", "xn--bcher-kva.de"],
    ["example.org.", "example.org"],
    ["localhost", null],
    ["1.2.3.4", null],
    ["a b.com", null],
    [".org", null],
    ["a..b", null],
    ["", null],
  ])("of %j is %j", (typed, host) => {
    expect(hostOf(typed)).toBe(host);
  });
});
