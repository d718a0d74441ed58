import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutedPhrase } from "@/lib/platform/muted-words";
import { placesOf } from "./places";

const place = (name: string, words: string, around = "") =>
  `<li class="comment" data-by="m5" data-place="${name}"><p class="byline">ana</p>` +
  `<div class="prose" data-words="">${words}</div><div><button>Hug</button>${around}</div></li>`;

describe("placesOf", () => {
  it.each([
    ["the word", "<p>It was botox again.</p>", true],
    ["another word", "<p>It was calm again.</p>", false],
    ["a part of a word", "<p>botoxed</p>", false],
    ["a word with tags in it", "<p>bo<strong>to</strong>x</p>", true],
    ["a word with a comment in it", "<p>bo<!-- -->tox</p>", true],
    ["two paragraphs that would make it", "<p>bo</p><p>tox</p>", false],
    ["it in an address only", '<p><a href="/botox" rel="nofollow">here</a></p>', false],
    ["it in a list", "<ul><li>one</li><li>botox</li></ul>", true],
    ["it behind a list", "<ul><li>one</li></ul><p>botox</p>", true],
    ["it between characters that are written out", "<p>&#x3C;botox&#x26;more&gt;</p>", true],
    ["it with its letters written out", "<p>&#98;otox &amp; &unknown;</p>", true],
    ["a tag that holds a quoted one", '<p><a href="x>botox">calm</a></p>', false],
    ["it in a script", "<script>botox</script>", false],
  ])("%s: %s", (_what, words, found) => {
    expect(placesOf(`<main><ol>${place("c1", words)}</ol></main>`, ["botox"])).toEqual(found ? ["c1"] : []);
  });

  it("tells places apart, and counts no label and nothing outside of them", () => {
    const page =
      `<h1>botox</h1><article data-place="t9"><h1 data-words="">About <b>Botox</b></h1><p>hug</p></article>` +
      place("c1", "<p>calm</p>", "botox hug") +
      place("c2", "<p>BOTOX</p>") +
      `<p>botox</p>`;
    expect(placesOf(page, ["botox"])).toEqual(["t9", "c2"]);
    expect(placesOf(page, ["hug"])).toEqual([]);
    expect(placesOf(page, [])).toEqual([]);
  });

  it("names nothing that is no place of ours", () => {
    for (const name of ["x1", "c", "c1]", "c1,*", "t1 ", "C1", "c-1", `c${"1".repeat(16)}`]) {
      expect(placesOf(place(name, "<p>botox</p>"), ["botox"])).toEqual([]);
    }
    const typed = `<main><p>typed: data-place="c7" <span>botox</span></p>${place("c1", `<p> data-place="c8"</p>`)}</main>`;
    expect(placesOf(typed, ["botox", "data"])).toEqual(["c1"]);
  });

  it("names at most 200", () => {
    const page = Array.from({ length: 300 }, (_, index) => place(`c${index}`, "<p>botox</p>")).join("");
    expect(placesOf(page, ["botox"])).toHaveLength(200);
  });
});

describe("for every page", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "é", "9"), minLength: 2, maxLength: 4 });
  /** The same word as a page may show it. */
  const written = fc.tuple(letters, fc.nat(4)).map(([word, how]) => {
    const [first = "", rest = ""] = [word.slice(0, 1), word.slice(1)];
    const forms = [word, `<em>${first}</em>${rest}`, `&#x${first.codePointAt(0)?.toString(16)};${rest}`];
    return { word, html: forms[how] ?? (how === 3 ? word.toUpperCase() : `“${word}”`) };
  });
  const gap = fc.constantFrom(" ", "</p><p>", "<br>", ", ", "</p><ul><li>", " &amp; ", "</p><hr><p>");
  const text = fc.array(fc.tuple(written, gap), { maxLength: 8 });
  const muted = fc.array(fc.tuple(letters, fc.boolean()), { minLength: 1, maxLength: 5 });

  /** Closes what the gaps opened. */
  const closed = (html: string) => html + "</li></ul>".repeat(html.split("<ul>").length - 1);
  const plain = (word: string) => mutedPhrase(word);

  it("finds exactly the places whose words hold one, with names that can do nothing in a style", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), muted, (texts, words) => {
        const phrases = words.map(([word, open]) => mutedPhrase(word + (open ? "*" : "")));
        const page = texts.map((parts, index) =>
          place(`c${index}`, closed(`<p>${parts.map(([{ html }, after]) => html + after).join("")}`)),
        );
        const expected = texts.flatMap((parts, index) => {
          const held = parts.some(([{ word }]) =>
            phrases.some((phrase) =>
              phrase.endsWith("*") ? plain(word).startsWith(phrase.slice(0, -1)) : plain(word) === phrase,
            ),
          );
          return held ? [`c${index}`] : [];
        });
        expect(placesOf(`<body><ol>${page.join("")}</ol></body>`, phrases)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("names only letters and digits, whatever the page is", () => {
    const pieces = fc.constantFrom(
      '<li data-place="',
      'c1"',
      "<",
      ">",
      '"',
      "'",
      "</li>",
      "<!--",
      "<script>",
      "a",
      '" data-words="">',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
        for (const name of placesOf(parts.join(""), ["a*"])) expect(name).toMatch(/^[ct]\d{1,15}$/);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["whole pages", place("c1", `<p>${"It was a calm evening after the massage. ".repeat(40)}</p>`)],
    ["tags that never end", `<li data-place="c1"><p data-words=""><a "`],
    ["tags without words", `<li data-place="c1"><`],
    ["quotes", `<a "'`],
  ])("takes time in proportion to its length: %s", (_what, piece) => {
    const words = Array.from({ length: 100 }, (_, index) => (index % 2 ? `a${index} b` : `begin${index}*`));
    const [short, long] = [
      piece.repeat(Math.ceil(20_000 / piece.length)),
      piece.repeat(Math.ceil(320_000 / piece.length)),
    ];
    const best = (page: string) =>
      Math.min(
        ...Array.from({ length: 9 }, () => {
          const from = performance.now();
          placesOf(page, words);
          return performance.now() - from;
        }),
      );
    best(short);
    // Sixteen times the length; in proportion to its square it would be 256 times.
    expect(best(long)).toBeLessThan(64 * Math.max(best(short), 0.05));
  });
});
