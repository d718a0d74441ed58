import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshWord, inertValues, placeholders, slotNames, type SlotValues } from "./slots";
import { bytesOf, compressed, fillGzip, fillPlain, scriptsAfterPaint, splitAtSlots, withoutRepeats } from "./template";

const letters = (alphabet: string, lengths: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...alphabet), ...lengths });
const word = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
const values: fc.Arbitrary<SlotValues> = fc.record({
  nonce: letters(word, { minLength: 22, maxLength: 22 }),
  key: letters(word, { minLength: 22, maxLength: 22 }),
  theme: fc.constantFrom("auto", "light", "dark", "attack"),
  viewer: fc.constantFrom("visitor", "joining", "member", "staff"),
  follow: fc.constantFrom("on", "off", "none"),
  quiet: fc.constantFrom("on", "muted", "off", "none"),
  unread: fc.constantFrom("none", "1", "9", "more"),
  state: letters(word, { minLength: 1, maxLength: 900 }),
  style: letters(`${word}.#,:;{}[]= `, { minLength: 0, maxLength: 900 }),
});

/** Texts that repeat themselves, so that the compressor points back across slots. */
const text = fc.oneof(
  fc.constantFrom("", '<script nonce="', '">self.__next_f.push([1,"', "<p>It helped me — a little. </p>".repeat(40)),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);
const page = fc.array(fc.tuple(text, fc.constantFrom(...slotNames)), { maxLength: 40 });

function bodyOf(parts: [string, keyof SlotValues][], fill: SlotValues): Buffer {
  return Buffer.from(parts.map(([before, slot]) => before + fill[slot]).join("") + "</html>");
}

describe("a template", () => {
  it("gives back every page with the values in its slots, plain and compressed", async () => {
    await fc.assert(
      fc.asyncProperty(page, values, values, async (parts, first, second) => {
        const template = await compressed(splitAtSlots(bodyOf(parts, placeholders())));
        for (const reader of [first, second]) {
          const expected = bodyOf(parts, reader);
          expect(fillPlain(template, reader)).toEqual(expected);
          expect(gunzipSync(fillGzip(template, reader))).toEqual(expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([...slotNames].filter((name) => name !== "nonce" && name !== "key"))(
    "does not point back across the value of %s, also when it follows right after a nonce",
    async (slot) => {
      const words = "These words come again. ".repeat(3);
      const { nonce, ...rest } = placeholders();
      const template = await compressed(splitAtSlots(Buffer.from(words + nonce + rest[slot as "style"] + words)));
      const reader = { ...placeholders(), nonce: freshWord(), [slot]: "a{}b{}" };
      expect(gunzipSync(fillGzip(template, reader)).toString()).toBe(`${words}${reader.nonce}a{}b{}${words}`);
    },
  );

  it("carries bytes that are not text", async () => {
    const body = Buffer.concat([Buffer.alloc(90, 0xff), Buffer.from(placeholders().nonce), Buffer.alloc(90, 0xff)]);
    const template = await compressed(splitAtSlots(body));
    const reader = { ...placeholders(), nonce: freshWord() };
    expect(gunzipSync(fillGzip(template, reader))).toEqual(fillPlain(template, reader));
  });

  it("carries a value that is longer than one stored block", async () => {
    const template = await compressed(splitAtSlots(Buffer.from(`<style>${placeholders().style}</style>`)));
    const reader = { ...placeholders(), style: "a{}".repeat(50_000) };
    expect(gunzipSync(fillGzip(template, reader)).toString()).toBe(`<style>${reader.style}</style>`);
  });

  it("compresses across nonces about as well as a whole page", async () => {
    const body = Buffer.from(
      Array.from(
        { length: 40 },
        (_, n) => `<script nonce="${placeholders().nonce}">self.push([1,"part ${n}"])</script>`,
      )
        .join("\n")
        .repeat(3),
    );
    const template = await compressed(splitAtSlots(body));
    const piecesAlone = splitAtSlots(body).pieces.reduce((sum, piece) => sum + piece.length, 0);
    expect(bytesOf({ ...template, pieces: [] }) - 100 * template.pieces.length).toBeLessThan(piecesAlone / 2);
  });
});

describe("withoutRepeats", () => {
  const { nonce, theme, viewer, state, follow, quiet, style, key } = placeholders();
  const markup =
    `<html data-theme="${theme}" data-viewer="${viewer}" data-follow="${follow}" data-quiet="${quiet}" data-state="${state}">` +
    `<style nonce="${nonce}">${style}</style><input name="key" value="${key}">`;
  const data = (given: Record<string, string>) =>
    `<script nonce="${nonce}">self.__next_f.push([1,${JSON.stringify(JSON.stringify(given))}])</script>`;

  it("empties what the data repeat, and leaves the markup as it is", () => {
    const body = withoutRepeats(Buffer.from(markup + data({ state, follow, quiet, style, nonce }))).toString();
    expect(body).toBe(markup + data({ state: "none", follow: "none", quiet: "none", style: "", nonce: "" }));
  });

  it("leaves what the page's script reads from the data, and the nonce of each script", () => {
    const body = markup + data({ theme, viewer, key }) + data({ text: `a nonce is not ${nonce}` });
    expect(withoutRepeats(Buffer.from(body)).toString()).toBe(body);
  });

  it("leaves pages without data alone", () => {
    const feed = Buffer.concat([Buffer.from(`<feed>${state}</feed>`), Buffer.from([0xff, 0xfe])]);
    expect(withoutRepeats(feed)).toEqual(feed);
  });

  it("does not touch what people wrote", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const body = Buffer.from(before + markup + after + data({ words: after }));
        expect(withoutRepeats(body)).toEqual(body);
      }),
    );
  });
});

describe("scriptsAfterPaint", () => {
  const { nonce } = placeholders();
  const script = (name: string, ours = nonce) => `<script src="/_next/${name}.js" async="" nonce="${ours}"></script>`;
  const late = (html: string) => scriptsAfterPaint(Buffer.from(html)).toString();

  it("takes every script out of the page's way, and names each at its end in its order", () => {
    const preload = `<link rel="preload" as="script" nonce="${nonce}" href="/_next/two.js"/>`;
    const page = late(`<head>${preload}${script("one")}</head><body><p>It helped.</p>${script("two")}</body></html>`);
    expect(page.startsWith("<head></head><body><p>It helped.</p><script nonce=")).toBe(true);
    expect(page.endsWith("</script></body></html>")).toBe(true);
    expect(page).toContain('["/_next/one.js","/_next/two.js"]');
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  it("leaves alone what is not Next's own, or runs at once", () => {
    const others = [
      script("typed", "aaaaaaaaaaaaaaaaaaaaaa"),
      `<script nonce="${nonce}">self.__next_f=[]</script>`,
      `<script src="/_next/old.js" noModule="" nonce="${nonce}"></script>`,
      `<script src="https://elsewhere.example/x.js" async="" nonce="${nonce}"></script>`,
    ].join("");
    expect(late(`<body>${others}${script("one")}</body>`)).toContain(others);
    expect(late(`<body>${others}</body>`)).toBe(`<body>${others}</body>`);
  });

  it("takes the nonce from fonts, which need none", () => {
    const font = (more: string) => `<link rel="preload" href="/_next/a.woff2" as="font" crossorigin=""${more}/>`;
    const page = `<head>${font(` nonce="${nonce}"`)}</head><body>${script("one")}</body>`;
    expect(late(page)).toContain(font(""));
  });

  it("leaves what is no page alone", () => {
    expect(late("<feed><title>It helped</title></feed>")).toBe("<feed><title>It helped</title></feed>");
  });
});

describe("inertValues", () => {
  const good: SlotValues = {
    nonce: freshWord(),
    key: freshWord(),
    theme: "dark",
    viewer: "member",
    state: "eyJ9",
    follow: "watch",
    quiet: "off",
    unread: "3",
    style: "[data-by=m42] .own{display:revert}",
  };

  it("lets good values through", () => {
    expect(inertValues(good)).toEqual(good);
  });

  it.each([
    ["theme", 'dark" onload="x'],
    ["viewer", "admin"],
    ["state", "<script>"],
    ["style", "</style><script>"],
    ["style", "a{background:url(//x)}"],
    ["style", 'a{content:"x"}'],
    ["nonce", "short"],
    ["follow", ""],
    ["quiet", "botox"],
  ])("refuses a %s like %s", (slot, value) => {
    expect(() => inertValues({ ...good, [slot]: value })).toThrow(slot);
  });

  it("drops it in production", () => {
    const mode = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: "production" });
    expect(inertValues({ ...good, style: "</style>" }).style).toBe("");
    Object.assign(process.env, { NODE_ENV: mode });
  });
});
