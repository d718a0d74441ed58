import { answerLabels } from "@/lib/testimonials/labels";
import type { counted, FigureRow, FilterName, filters, Question, regions } from "./schema";

type AnswerOf<Q extends Question> = (typeof counted)[Q][number];
type ValueOf<F extends FilterName> = (typeof filters)[F][number];

const regionLabels: Record<(typeof regions)[number], string> = {
  head_only: "Head, face or jaw",
  neck_only: "Neck, shoulders or upper back",
  head_and_neck: "Head and neck",
  elsewhere: "Hands, feet or the whole body",
};

const givenByLabels = { ...answerLabels.givenBy, partner: "Somebody close to them", self: "They did it themselves" };
const changeLabels = { ...answerLabels.change, cannot_tell: "They cannot tell" };
const functionLabels = { ...answerLabels.function, "0": "They could do nothing" };

/** The answers below a plot: the form's words, with "they" where the form says "I". */
export const plotLabels: { [Q in Question]: Record<AnswerOf<Q>, string> } = {
  effect: { ...answerLabels.effect, cannot_tell: "They cannot tell" },
  effectDays: changeLabels,
  effectIntensity: changeLabels,
  effectLength: changeLabels,
  functionBefore: functionLabels,
  functionAfter: functionLabels,
  relief: answerLabels.relief,
  unwanted: { ...answerLabels.unwanted, sore: "They were sore" },
  continuing: { ...answerLabels.continuing, stopped: "No, they stopped" },
  stoppedWhy: {
    ...answerLabels.stoppedWhy,
    told_to_stop: "They were told to stop",
    no_longer_needed: "They no longer needed it",
  },
  setting: answerLabels.setting,
  givenBy: givenByLabels,
};

/** By what reports may be filtered, and into which groups. */
export const filterLabels: { [F in FilterName]: { name: string; values: Record<ValueOf<F>, string> } } = {
  setting: { name: "When, seen from the attack", values: answerLabels.setting },
  givenBy: { name: "Who gave it", values: givenByLabels },
  region: { name: "Where on the body", values: regionLabels },
  migraineType: {
    name: "What kind of migraine",
    values: { ...answerLabels.migraineType, unsure: "They are not sure" },
  },
  touchPainful: {
    name: "Whether touch hurts during attacks",
    values: { ...answerLabels.touchPainful, cannot_tell: "They cannot tell" },
  },
};

/** The figures in the order of a page. What people could do before and since then stands in one. */
export const figureTitles = {
  effect: "What it did, all in all",
  effectDays: "The number of attack days",
  effectIntensity: "How bad the attacks were",
  effectLength: "How long the attacks lasted",
  function: "How much they could do on a bad day",
  relief: "How long relief lasted",
  unwanted: "Whether anything unwanted happened",
  continuing: "Whether they still do it",
  stoppedWhy: "Why they stopped",
  setting: "When, seen from the attack",
  givenBy: "Who gave it",
} as const;

export type FigureId = keyof typeof figureTitles;

const changeSigns = { better: "good", no_change: "none", worse: "bad", cannot_tell: "unsure" } as const;

const signs: { [Q in Question]?: Partial<Record<AnswerOf<Q>, FigureRow["sign"]>> } = {
  effect: {
    helped_a_lot: "good",
    helped_a_little: "good",
    no_change: "none",
    made_it_worse: "bad",
    cannot_tell: "unsure",
  },
  effectDays: changeSigns,
  effectIntensity: changeSigns,
  effectLength: changeSigns,
  relief: { no_relief: "none", under_2_hours: "good", same_day: "good", a_few_days: "good", a_week_or_more: "good" },
  unwanted: { none: "none", sore: "bad", triggered_attack: "bad", other: "bad" },
  stoppedWhy: { did_not_help: "none", made_worse: "bad", no_longer_needed: "good" },
};

/** Which way an answer points. Answers that point nowhere, such as who gave it, are plain. */
export function signOf<Q extends Question>(question: Q, answer: AnswerOf<Q>): FigureRow["sign"] {
  return signs[question]?.[answer] ?? "plain";
}
