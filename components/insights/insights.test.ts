import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { reportsFloor, type Figure, type FigureRow, type Withheld } from "@/lib/insights/schema";
import { FigurePlot } from "./figure-plot";
import { FiguresSection } from "./figures-section";
import { SelfSelectionNote } from "./self-selection-note";

const row = (answer: string, n: number, of: number, [low, high]: [number, number], rest: Partial<FigureRow> = {}) =>
  ({ answer, label: `Label of ${answer}`, n, share: n / of, low, high, sign: "plain", ...rest }) satisfies FigureRow;

const effect: Figure = {
  id: "effect",
  title: "What did it do, all in all?",
  sentence: "38 of 61 people say that it helped.",
  several: false,
  series: [
    {
      name: "Everyone",
      n: 61,
      rows: [
        row("helped", 38, 61, [0.4977, 0.7339], { sign: "good" }),
        row("no_change", 10, 61, [0.0915, 0.2763], { sign: "none" }),
        row("worse", 9, 61, [0.0797, 0.257], { sign: "bad" }),
        row("cannot_tell", 4, 61, [0.0258, 0.1566], { sign: "unsure" }),
      ],
    },
  ],
};

const beforeAndSince: Figure = {
  ...effect,
  id: "function",
  series: [
    { name: "Before", n: 40, rows: [row("nothing", 21, 40, [0.375, 0.6706]), row("most", 19, 40, [0.3294, 0.625])] },
    { name: "Since then", n: 38, rows: [row("nothing", 11, 38, [0.17, 0.4484]), row("most", 27, 38, [0.5516, 0.83])] },
  ],
};

const oneRow = (only: FigureRow, n: number): Figure => ({ ...effect, series: [{ name: "Everyone", n, rows: [only] }] });

const plot = (figure: Figure) => renderToStaticMarkup(createElement(FigurePlot, { figure }));
const section = (figures: (Figure | Withheld)[]) => renderToStaticMarkup(createElement(FiguresSection, { figures }));
const words = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The cells of the body of the table, row by row. */
const table = (markup: string) =>
  [...markup.matchAll(/<tr>(.*?)<\/tr>/g)]
    .slice(1)
    .map(([, cells]) =>
      [...(cells ?? "").matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => words(cell ?? "")),
    );

/** Where the bar ends, and where its interval begins and ends, in percent of the strip. */
const strips = (markup: string) =>
  [...markup.matchAll(/<rect width="(.*?)%"><\/rect><rect x="(.*?)%" width="(.*?)%">/g)].map(([, ...places]) => {
    const [end = NaN, low = NaN, width = NaN] = places.map(Number);
    return { end, low, high: low + width };
  });

describe.each([
  ["one series", effect],
  ["two series", beforeAndSince],
  ["nobody", oneRow(row("helped", 0, 61, [0, 0.0592]), 61)],
  ["everybody", oneRow(row("helped", 61, 61, [0.9408, 1]), 61)],
  ["thousands", oneRow(row("helped", 1100, 2400, [0.4384, 0.4783]), 2400)],
])("a figure of %s", (_, figure) => {
  const markup = plot(figure);
  const rows = figure.series.flatMap((series) => series.rows.map((each) => ({ ...each, of: series.n, series })));

  it("says every number beside its bar", () => {
    const [bars = ""] = words(markup).split("The numbers");
    for (const { n, of, label } of rows) {
      expect(bars).toContain(label);
      expect(bars).toContain(`${n.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")}`);
    }
  });

  it("repeats its data in the table", () => {
    const named = figure.series.length > 1;
    const expected = figure.series.flatMap(({ name, n, rows }) => [
      ...(named ? [[`${name}: ${n} people answered`]] : []),
      ...rows.map(({ label, n, share, low, high }) => [
        label,
        n.toLocaleString("en-GB"),
        `${Math.round(share * 100)}% (between ${Math.round(low * 100)} and ${Math.round(high * 100)} of 100)`,
      ]),
    ]);
    expect(table(markup)).toEqual(expected);
    if (!named) expect(words(markup)).toContain(`${figure.series[0]?.n.toLocaleString("en-GB")} people answered`);
  });

  it("draws every bar to its share and every line over its interval", () => {
    const drawn = strips(markup).toSorted((a, b) => a.end - b.end || a.low - b.low);
    const expected = rows.toSorted((a, b) => a.share - b.share || a.low - b.low);
    expect(drawn).toHaveLength(expected.length);
    for (const [index, { share, low, high }] of expected.entries()) {
      expect(Math.abs((drawn[index]?.end ?? NaN) - 100 * share)).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(Math.abs((drawn[index]?.low ?? NaN) - 100 * low)).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(Math.abs((drawn[index]?.high ?? NaN) - 100 * high)).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  });

  it("keeps to what the content policy allows and to one reading of each thing", () => {
    expect(markup).not.toMatch(/style=|<script|<style/);
    expect([...markup.matchAll(/<svg(?![^>]*aria-hidden="true")/g)]).toEqual([]);
  });
});

describe("a figure", () => {
  it("tells every sign by a shape of its own", () => {
    const signs = ["good", "none", "bad", "unsure", "plain"] as const;
    const shapes = signs.map(
      (sign) => /<path d="(.*?)"/.exec(plot(oneRow(row("a", 5, 20, [0.1, 0.5], { sign }), 20)))?.[1],
    );
    expect(new Set(shapes).size).toBe(signs.length);
    expect(shapes).not.toContain(undefined);
  });

  it("names its series only when there are two", () => {
    expect(words(plot(effect))).not.toContain("Everyone");
    expect(words(plot(beforeAndSince))).toContain("Label of nothing Before 21 of 40 Since then 11 of 38");
  });

  it("shows an answer that only one of its series has", () => {
    const [before, since] = beforeAndSince.series as [Figure["series"][0], Figure["series"][0]];
    const markup = plot({ ...beforeAndSince, series: [before, { ...since, rows: since.rows.slice(1) }] });
    expect(words(markup)).toContain(
      "Label of nothing Before 21 of 40 Label of most Before 19 of 40 Since then 27 of 38",
    );
  });

  it("says that shares may add up to more than everybody", () => {
    expect(words(plot(effect))).not.toContain("more than one answer");
    expect(words(plot({ ...effect, several: true }))).toContain("People could give more than one answer.");
  });

  it("never calls somebody nobody, or many everybody", () => {
    expect(words(plot(oneRow(row("a", 1, 400, [0.0004, 0.014]), 400)))).toContain("under 1% (between 0 and 1 of 100)");
    expect(words(plot(oneRow(row("a", 399, 400, [0.986, 0.9996]), 400)))).toContain("over 99% (between 99 and 100 of");
  });

  it("escapes and keeps a very long label whole", () => {
    const label = `${"Because of the <stairs> ".repeat(20)}end`;
    const markup = plot(oneRow(row("a", 5, 20, [0.1, 0.5], { label }), 20));
    expect(markup.split(label.replaceAll("<", "&lt;").replaceAll(">", "&gt;"))).toHaveLength(3);
  });

  it("stands under the heading that the page asks for", () => {
    const markup = renderToStaticMarkup(createElement(FigurePlot, { figure: effect, headingLevel: 2 }));
    expect(markup).toContain(`aria-labelledby="figure-effect"><h2 id="figure-effect">${effect.title}</h2>`);
    expect(plot(effect)).toContain("<h3 ");
  });
});

describe("the section", () => {
  const tooFew: Withheld = { id: "relief", title: "How long did relief last?", reports: 4, why: "too_few" };
  const kept: Withheld = { id: "givenBy", title: "Who gave it?", reports: 12, why: "protects_others" };

  it("shows the figures in their order, how to read them once, and then what is withheld and why", () => {
    const markup = section([tooFew, effect, kept, beforeAndSince]);
    expect([...markup.matchAll(/<h3 id="figure-(.*?)"/g)].map(([, id]) => id)).toEqual(["effect", "function"]);
    expect(markup.split("A bar shows how many of 100 people")).toHaveLength(2);
    expect(words(markup)).toMatch(
      new RegExp(
        `How long did relief last\\? Not enough reports yet \\(4 of ${reportsFloor}\\)\\. Who gave it\\? Kept back, so that a smaller group cannot be worked out from it\\.$`,
      ),
    );
  });

  it("never says how many reports a figure has that protects others", () => {
    expect(words(section([kept]))).not.toContain("12");
  });

  it("explains no bars where there are none", () => {
    expect(words(section([tooFew]))).not.toContain("A bar shows");
    expect(section([])).toBe("");
  });
});

describe("the note on who tells", () => {
  it("leads to the method", () => {
    expect(renderToStaticMarkup(createElement(SelfSelectionNote))).toContain('href="/what-helped/method"');
  });
});
