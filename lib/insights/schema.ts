import { answers } from "@/lib/testimonials/schema";

export { filters, regions, type Filter, type FilterName } from "@/lib/testimonials/schema";

/** From this many reports up, what a group of people answered is shown. */
export const reportsFloor = 10;

/** What is counted, with the answers in the order in which a plot shows them. */
export const counted = {
  effect: answers.effect,
  effectDays: answers.change,
  effectIntensity: answers.change,
  effectLength: answers.change,
  relief: answers.relief,
  unwanted: answers.unwanted,
  continuing: answers.continuing,
  stoppedWhy: answers.stoppedWhy,
  functionBefore: answers.function,
  functionAfter: answers.function,
  setting: answers.setting,
  givenBy: answers.givenBy,
} as const;

export type Question = keyof typeof counted;

/** Several answers may be given to these, so that their shares add up to more than one. */
export const severalAnswers: ReadonlySet<Question> = new Set(["unwanted"]);

/** What was told first, or what the latest follow-up of those says who came back. */
export const stages = ["first", "latest"] as const;
export type Stage = (typeof stages)[number];

/** One answer in a plot. `n` people of those who answered gave it; `low` and `high` are the 95 % Wilson interval of `share`, all three from 0 to 1. */
export type FigureRow = {
  answer: string;
  label: string;
  n: number;
  share: number;
  low: number;
  high: number;
  /** Which way the answer points; a plot gives each its own shape. */
  sign: "good" | "none" | "bad" | "unsure" | "plain";
};

/** One or two sets of answers to the same question, e.g. before and after, or first report and latest follow-up. */
export type FigureSeries = { name: string; n: number; rows: FigureRow[] };

/** What one plot, its table and its sentence show. */
export type Figure = {
  id: string;
  title: string;
  /** One plain sentence with the numbers that matter. */
  sentence: string;
  /** People could give several answers. */
  several: boolean;
  series: FigureSeries[];
};

/** In place of a figure: too few reports, with how many there are, or hidden so that a smaller group stays hidden. */
export type Withheld = { id: string; title: string; reports: number; why: "too_few" | "protects_others" };
