import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, readPlainly, renderMarkdown, wordsOfHtml } from "./markdown";

describe("renderMarkdown", () => {
  it.each([
    ["raw HTML", "<script>alert(1)</script><b>x</b>", /<script|<b>/],
    ["a script link", "[a](javascript:alert(1))", /javascript/],
    ["a data link", "[a](data:text/html,x)", /data:/],
    ["an escaped script link", "[a](&#106;avascript:alert(1))", /javascript/],
    ["an event handler", '<a href="x" onclick="y">z</a>', /onclick/],
    ["a picture", "![cat](https://example.org/cat.png)", /<img|cat\.png/],
    ["a style", '<p style="color:red">x</p>', /style/],
  ])("leaves out %s", (_name, source, forbidden) => {
    expect(renderMarkdown(source)).not.toMatch(forbidden);
  });

  it("shows a picture as its description", () => {
    expect(renderMarkdown("![my cat](https://example.org/cat.png)")).toContain("<em>my cat</em>");
  });

  it("keeps a member's headings below the thread's own", () => {
    expect(renderMarkdown("# A\n\n## B\n\n### C")).toBe("<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>");
  });

  it("marks links as somebody's own", () => {
    expect(renderMarkdown("https://example.org")).toContain('rel="nofollow ugc noopener"');
  });

  it("numbers the sources of an article and leaves unknown ones alone", () => {
    const html = renderMarkdown("Less pain [b-2001], and more [a-1999]. [c-2020]", { citations: ["a-1999", "b-2001"] });
    expect(html).toContain('pain<sup><a href="#source-2">[2]</a></sup>');
    expect(html).toContain('more<sup><a href="#source-1">[1]</a></sup>');
    expect(html).toContain("[c-2020]");
  });

  it("lets no tag but the allowed ones through, whatever is typed", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "script",
      "[",
      "](",
      ")",
      "javascript:",
      "onerror=",
      '"',
      "'",
      "`",
      "*",
      "#",
      "\n",
      "a",
      " ",
      "&",
      "![",
      "http://x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const html = renderMarkdown(parts.join(""));
        const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1] ?? "");
        const known = [
          "p",
          "br",
          "strong",
          "em",
          "del",
          "blockquote",
          "ul",
          "ol",
          "li",
          "h3",
          "h4",
          "a",
          "code",
          "pre",
          "hr",
        ];
        expect(tags.filter((tag) => !known.includes(tag))).toEqual([]);
        expect(html).not.toMatch(/(href|src)="(?!https?:|mailto:)[a-z]+:/);
      }),
    );
  });
});

describe("excerptOf", () => {
  it("gives plain words, cut between words", () => {
    expect(excerptOf("# One\n\n- two **three**\n- [four](https://example.org)")).toBe("One two three four");
    expect(excerptOf("word ".repeat(100), 22)).toBe("word word word word…");
  });
});

describe("readPlainly", () => {
  it("has the words of a reader, and where the links lead", () => {
    const { words, targets } = readPlainly(
      "A **c**alm [word](/a?b&c)<!-- x -->, ![a cat](b.png) and https://c.example.",
    );
    expect(words.replace(/\s+/g, " ").trim()).toBe("A calm word, a cat and https://c.example.");
    expect(targets).toEqual(["/a?b&c", "https://c.example"]);
  });

  it("has the words of the HTML that is made of the same text", () => {
    const piece = fc.constantFrom(
      ..."**,__,`,~~,[x](,),![,](y), ,\n,\n\n,# ,> ,- ,1. ,| a |,<b>,&amp;,&,<,>,\",',a,é,\\*,---,[^1],[^1]: n".split(
        ",",
      ),
    );
    const flat = (text: string) => text.replace(/\s+/g, " ").trim();
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const source = pieces.join("");
        expect(flat(wordsOfHtml(renderMarkdown(source)))).toBe(flat(readPlainly(source).words));
      }),
      { numRuns: 500 },
    );
  });
});
