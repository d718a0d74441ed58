import { type FigureId, plotLabels } from "./labels";
import { ordinalMedian } from "./median";
import { counted, type Question } from "./schema";

/** How many people answered a question, and how many of them gave each answer; an answer that is missing has 0. */
export type Counts = { answered: number; n: Readonly<Record<string, number>> };

/**
 * The sentence of a figure, with the numbers that matter and no opinion about them.
 * @param first the answers in the reports; for `function`, those about the time before
 * @param second the answers in the latest follow-ups, where there are enough; for `function`, those about the time since
 */
export function sentenceOf(figure: FigureId, first: Counts, second?: Counts): string {
  if (first.answered === 0) return "Nobody has answered this yet.";
  return sentences[figure](first, second);
}

const sentences: Record<FigureId, (first: Counts, second?: Counts) => string> = {
  effect: (first, second) => {
    const told = contrast(first, "it helped at least a little", helped, "it made things worse", "made_it_worse");
    return told + (second ? latest(say(helped(second), second.answered), "it helped at least a little") : "");
  },
  effectDays: (first) => contrast(first, "the number of attack days got better", better, "it got worse", "worse"),
  effectIntensity: (first) => contrast(first, "their attacks got less bad", better, "they got worse", "worse"),
  effectLength: (first) => contrast(first, "the length of their attacks got better", better, "it got worse", "worse"),
  function: ability,
  relief,
  unwanted,
  continuing: (first, second) =>
    going(first) + (second ? latest(say(of(second, "yes"), second.answered), "they still do it") : ""),
  stoppedWhy: (first) => mostOften("reason", "stoppedWhy", first),
  setting: (first) => mostOften("answer", "setting", first),
  givenBy: (first) => mostOften("answer", "givenBy", first),
};

const of = (counts: Counts, answer: string) => counts.n[answer] ?? 0;
const helped = (counts: Counts) => of(counts, "helped_a_lot") + of(counts, "helped_a_little");
const better = (counts: Counts) => of(counts, "better");
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** "12 of 30 people", "All 30 people" or "None of the 30 people". */
function some(n: number, people: number): string {
  if (n === people) return `All ${people} people`;
  return n === 0 ? `None of the ${people} people` : `${n} of ${people} people`;
}

function say(n: number, people: number): string {
  return `${some(n, people)} ${n <= 1 ? "says" : "say"}`;
}

/** How many say the one thing, and how many the other, unless nobody is left to say it. */
function contrast(counts: Counts, one: string, count: (counts: Counts) => number, other: string, answer: string) {
  const [n, opposite, people] = [count(counts), of(counts, answer), counts.answered];
  if (n === people) return `${say(n, people)} ${one}.`;
  const who = opposite === people ? `all ${people}` : opposite || "nobody";
  return `${say(n, people)} ${one}; ${who} ${opposite <= 1 ? "says" : "say"} ${other}.`;
}

function latest(who: string, what: string): string {
  return ` In the latest follow-up, ${lower(who)} ${what}.`;
}

function going(counts: Counts): string {
  const [still, stopped, people] = [of(counts, "yes"), of(counts, "stopped"), counts.answered];
  if (stopped === people) return `All ${people} people stopped.`;
  return `${some(still, people)} still ${still === 1 ? "does" : "do"} it${stopped ? `; ${stopped} stopped` : ""}.`;
}

function unwanted(counts: Counts): string {
  const [nothing, attack, people] = [of(counts, "none"), of(counts, "triggered_attack"), counts.answered];
  if (nothing === people) return `All ${people} people noticed nothing unwanted.`;
  const noticed = nothing ? `${nothing} of ${people} people noticed nothing` : `All ${people} people noticed something`;
  return `${noticed} unwanted; it set off an attack for ${attack === people ? `all ${people}` : attack || "nobody"}.`;
}

function relief(counts: Counts): string {
  const scale = counted.relief.filter((answer) => answer !== "no_relief");
  const felt = counts.answered - of(counts, "no_relief");
  const middle = ordinalMedian(scale.map((answer) => of(counts, answer)));
  if (!middle) return `None of the ${counts.answered} people felt relief.`;
  const words = (position: number) => lower(plotLabels.relief[scale[position] ?? "no_relief"]);
  if (felt === 1) return `1 of ${counts.answered} people felt relief; it lasted ${words(middle.low)}.`;

  const orLonger = `${words(middle.high)}${[0, scale.length - 1].includes(middle.high) ? "" : " or longer"}`;
  const orLess = `${words(middle.low)}${middle.low === 0 ? "" : " or less"}`;
  const same = of(counts, scale[middle.low] ?? "") === felt;
  const half = middle.low === middle.high ? "At least half of" : "Half of";
  const said = same
    ? `All ${felt} people who felt relief say it lasted ${words(middle.low)}`
    : `${half} the ${felt} people who felt relief say it lasted ${orLonger}`;
  const split = middle.low === middle.high ? "" : `, and half ${orLess}`;
  return `${said}${split}${felt === counts.answered ? "" : `; ${counts.answered - felt} felt none`}.`;
}

function ability(before: Counts, since?: Counts): string {
  const [then, now] = [before, since].map((counts) => counts && middleOf("functionBefore", counts));
  if (!since || !now) return `The middle answer about a bad day before is ${then} (${before.answered} people).`;
  const times = `before (${before.answered} people) and ${then === now ? "" : `${now} `}since then (${since.answered} people)`;
  return `The middle answer about a bad day is ${then}${then === now ? " both" : ""} ${times}.`;
}

/** The middle answer in quotes, or the two between which the middle falls. */
function middleOf(question: Question, counts: Counts): string | null {
  const words = quoted(question);
  const middle = ordinalMedian(words.map(([answer]) => of(counts, answer)));
  if (!middle) return null;
  const [low, high] = [words[middle.low]?.[1], words[middle.high]?.[1]];
  return low === high ? `${low}` : `between ${low} and ${high}`;
}

/** The answers to a question in their order, as quotes inside a sentence. */
function quoted(question: Question): [string, string][] {
  const labels: Record<string, string> = plotLabels[question];
  return counted[question].map((answer) => [answer, `“${lower(labels[answer] ?? answer)}”`]);
}

function mostOften(noun: "answer" | "reason", question: Question, counts: Counts): string {
  const most = Math.max(...counted[question].map((answer) => of(counts, answer)));
  const first = quoted(question).flatMap(([answer, words]) => (of(counts, answer) === most ? [words] : []));
  if (most === counts.answered) return `All ${most} people gave the same ${noun}: ${first.join("")}.`;
  const which = first.length > 1 ? `${noun}s given most often are` : `${noun} given most often is`;
  const each = first.length > 1 ? " each" : "";
  const list = new Intl.ListFormat("en-GB").format(first);
  return `The ${which} ${list}, by ${most} of ${counts.answered} people${each}.`;
}
