import data from "./distress-rules.json" with { type: "json" };
import { sentencesOf, withoutQuotations } from "./plain-words";

export type DistressKind = "crisis" | "red_flag";
export type DistressHit = { kind: DistressKind; rule: string };

type ExcuseSource = {
  id: string;
  /** How many sentences before and after the one with the hit it looks at. */
  reach: number;
  /** One of them has to be there; `@` is the place of the hit. */
  patterns: string[];
  also?: string[];
  unless?: string[];
};
type RuleSource = { id: string; patterns?: string[]; together?: string[][]; excuses?: string[] };
type KindSource = {
  reads_quotations: boolean;
  idioms: { patterns: string[] }[];
  excuses: ExcuseSource[];
  rules: RuleSource[];
};
type Excuse = { id: string; reach: number; patterns: RegExp; also?: RegExp; unless?: RegExp };
type Rule = { id: string; parts: RegExp[]; excuses: Excuse[] };
type Kind = { kind: DistressKind; readsQuotations: boolean; idioms: RegExp; rules: Rule[] };

/** So far, in characters, an excuse may stand from what it excuses. */
const maxReach = 300;
/** Nobody denies a thing this often. From here on it counts, so that no text takes long to read. */
const mostExcused = 60;

const vocabulary: Record<string, string> = data.words;
const spellings = new Map(Object.entries(data.spellings));
const kinds: Kind[] = [asKind("crisis", data.crisis), asKind("red_flag", data.red_flag)];

/**
 * Finds words of crisis and red flags of headache in what a person writes, unless they are denied, an idiom, reported
 * or long past. It takes time in proportion to the text.
 * Red flags after Do TP et al. Neurology 2019;92:134-144 (SNNOOP10), in lay words.
 * @param text Markdown as typed, in English
 * @returns at most one hit for each rule, in the order of the rules: crisis first
 */
export function distressIn(text: string): DistressHit[] {
  return kinds.flatMap(({ kind, readsQuotations, idioms, rules }) => {
    const read = sentencesOf(readsQuotations ? text : withoutQuotations(text), spellings);
    const sentences = read.map((sentence) => sentence.replace(idioms, " ·"));
    return rules.filter((rule) => isHit(rule, sentences)).map(({ id }) => ({ kind, rule: id }));
  });
}

/** Every part of a rule, in one sentence or in two that follow each other. */
function isHit({ parts, excuses }: Rule, sentences: string[]): boolean {
  const [first, ...others] = parts.map((part) => placesOf(part, excuses, sentences));
  if (!first) return false;
  const near = (at: number) => others.every((places) => places.has(at) || places.has(at + 1));
  return [...first].some((at) => [at, at - 1].some((from) => near(from)));
}

/** The numbers of the sentences that hold a pattern without an excuse. */
function placesOf(pattern: RegExp, excuses: Excuse[], sentences: string[]): Set<number> {
  const places = new Set<number>();
  let excused = 0;
  sentences.forEach((sentence, number) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const [from, to] = [match.index + 1, match.index + match[0].length];
      const isExcused = excuses.some((excuse) => holds(excuse, windowOf(sentences, number, from, to, excuse.reach)));
      if (!isExcused || ++excused > mostExcused) {
        places.add(number);
        return;
      }
      pattern.lastIndex = from;
    }
  });
  return places;
}

function holds({ patterns, also, unless }: Excuse, words: string): boolean {
  return patterns.test(words) && (also?.test(words) ?? true) && !unless?.test(words);
}

function windowOf(sentences: string[], number: number, from: number, to: number, reach: number): string {
  const sentence = sentences[number] ?? "";
  const before = sentences.slice(Math.max(0, number - reach), number).map((each) => each.slice(-maxReach));
  const after = sentences.slice(number + 1, number + 1 + reach).map((each) => each.slice(0, maxReach));
  const own = `${sentence.slice(Math.max(0, from - maxReach), from)}@${sentence.slice(to, to + maxReach)}`;
  return [...before, own, ...after].join(".");
}

function asKind(kind: DistressKind, source: KindSource): Kind {
  const excuses = source.excuses.map((each) => ({
    id: each.id,
    reach: each.reach,
    patterns: anyOf(each.patterns),
    also: each.also && anyOf(each.also),
    unless: each.unless && anyOf(each.unless),
  }));
  return {
    kind,
    readsQuotations: source.reads_quotations,
    idioms: anyOf(
      source.idioms.flatMap(({ patterns }) => patterns),
      "g",
    ),
    rules: source.rules.map((rule) => ({
      id: rule.id,
      parts: (rule.together ?? [rule.patterns ?? []]).map((patterns) => anyOf(patterns, "g")),
      excuses: excuses.filter(({ id }) => rule.excuses?.includes(id) ?? true),
    })),
  };
}

/**
 * One of the patterns, of whole words. In them, `{name}` stands for one of the vocabulary, `~3 ` for up to three words,
 * and `~3, ` for as many across pauses.
 */
function anyOf(patterns: string[], flags = ""): RegExp {
  return new RegExp(` (?:${patterns.map(expanded).join("|")})(?= )`, flags);
}

function expanded(pattern: string): string {
  return pattern
    .replace(/\{([a-z]+)\}/g, (_, name: string) => `(?:${expanded(vocabulary[name] ?? fail(name))})`)
    .replace(/~(\d+), /g, "(?:[^ .]+ ){0,$1}")
    .replace(/~(\d+) /g, "(?:[^ .,]+ ){0,$1}");
}

function fail(name: string): never {
  throw new Error(`distress-rules.json: add {${name}} to "words", or spell it as one that is there`);
}
