import { describe, expect, it } from "vitest";
import { readArticles, readStudies, readTechniques } from "@/db/seed/files";
import { findClaims } from "./claims";
import { citedStudies } from "./sentences";

const cards = readStudies();
const studies = new Map(cards.map(({ id, certainty }) => [id, certainty]));
const advice = "rephrase the sentence; if it claims nothing, mend the rule in claim-words.ts or claim-excuses.ts";
const articles = readArticles();
const techniques = readTechniques();

const texts = [
  ...articles.flatMap(({ slug, title, excerpt, body }) => [
    [`the article ${slug}`, body],
    [`the title of ${slug}`, title],
    [`the excerpt of ${slug}`, excerpt],
  ]),
  ...techniques.flatMap(({ slug, summary, about, ask_first: askFirst, evidence }) => [
    [`the summary of ${slug}`, summary],
    [`what ${slug} is`, about],
    [`what to ask first for ${slug}`, askFirst],
    [`the evidence for ${slug}`, evidence],
  ]),
  // A card is its own source.
  ...cards.flatMap(({ id, found, limits }) => [
    [`what ${id} found`, found.replace(/(?=[.;](?:\s|$))/g, ` [${id}]`)],
    [`the limits of ${id}`, limits],
  ]),
] as [string, string][];

describe("what this community says itself", () => {
  it("is found", () => {
    expect(articles.length).toBeGreaterThan(5);
    expect(techniques.length).toBeGreaterThan(5);
    expect(cards.length).toBeGreaterThan(20);
  });

  it.each(texts)("claims nothing that its sources do not carry: %s", (_what, text) => {
    expect(findClaims(text, studies), advice).toEqual([]);
  });

  it.each(articles)("cites only its own sources: $slug", ({ body, sources }) => {
    expect(citedStudies(body).filter((id) => !sources.includes(id))).toEqual([]);
    expect(sources.filter((id) => !studies.has(id))).toEqual([]);
  });

  it.each(techniques)("cites only its own sources: $slug", ({ evidence, studies: sources }) => {
    expect(citedStudies(evidence).filter((id) => !sources.includes(id))).toEqual([]);
  });
});
