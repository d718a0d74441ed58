import { describe, expect, it } from "vitest";
import { type FigureId, figureTitles } from "./labels";
import { type Counts, sentenceOf } from "./sentences";

const of = (answered: number, n: Record<string, number> = {}): Counts => ({ answered, n });

const table: [FigureId, Counts, Counts | undefined, string][] = [
  [
    "effect",
    of(61, { helped_a_lot: 12, helped_a_little: 26, no_change: 10, made_it_worse: 9, cannot_tell: 4 }),
    undefined,
    "38 of 61 people say it helped at least a little; 9 say it made things worse.",
  ],
  [
    "effect",
    of(12, { helped_a_lot: 1, no_change: 10, made_it_worse: 1 }),
    undefined,
    "1 of 12 people says it helped at least a little; 1 says it made things worse.",
  ],
  [
    "effect",
    of(12, { no_change: 12 }),
    undefined,
    "None of the 12 people says it helped at least a little; nobody says it made things worse.",
  ],
  [
    "effect",
    of(12, { made_it_worse: 12 }),
    undefined,
    "None of the 12 people says it helped at least a little; all 12 say it made things worse.",
  ],
  ["effect", of(12, { helped_a_lot: 12 }), undefined, "All 12 people say it helped at least a little."],
  [
    "effect",
    of(30, { helped_a_lot: 20, made_it_worse: 3, no_change: 7 }),
    of(14, { helped_a_little: 9, no_change: 5 }),
    "20 of 30 people say it helped at least a little; 3 say it made things worse. In the latest follow-up, 9 of 14 people say it helped at least a little.",
  ],
  [
    "effect",
    of(12, { helped_a_lot: 12 }),
    of(11, { no_change: 11 }),
    "All 12 people say it helped at least a little. In the latest follow-up, none of the 11 people says it helped at least a little.",
  ],
  [
    "effectDays",
    of(44, { better: 20, worse: 5, no_change: 19 }),
    undefined,
    "20 of 44 people say the number of attack days got better; 5 say it got worse.",
  ],
  [
    "effectIntensity",
    of(20, { better: 8, worse: 1, no_change: 11 }),
    undefined,
    "8 of 20 people say their attacks got less bad; 1 says they got worse.",
  ],
  [
    "effectLength",
    of(20, { better: 8, no_change: 12 }),
    undefined,
    "8 of 20 people say the length of their attacks got better; nobody says it got worse.",
  ],
  [
    "function",
    of(40, { "0": 10, "1": 20, "2": 10 }),
    of(38, { "1": 10, "2": 20, "3": 8 }),
    "The middle answer about a bad day is “a little” before (40 people) and “most things” since then (38 people).",
  ],
  [
    "function",
    of(20, { "0": 10, "1": 10 }),
    of(20, { "1": 10, "2": 10 }),
    "The middle answer about a bad day is between “they could do nothing” and “a little” before (20 people) and between “a little” and “most things” since then (20 people).",
  ],
  [
    "function",
    of(15, { "1": 15 }),
    of(11, { "1": 11 }),
    "The middle answer about a bad day is “a little” both before (15 people) and since then (11 people).",
  ],
  ["relief", of(20, { no_relief: 20 }), undefined, "None of the 20 people felt relief."],
  ["relief", of(20, { no_relief: 19, a_few_days: 1 }), undefined, "1 of 20 people felt relief; it lasted a few days."],
  [
    "relief",
    of(34, { no_relief: 10, under_2_hours: 6, same_day: 9, a_few_days: 5, a_week_or_more: 4 }),
    undefined,
    "At least half of the 24 people who felt relief say it lasted for the rest of the day or longer; 10 felt none.",
  ],
  [
    "relief",
    of(24, { same_day: 12, a_few_days: 12 }),
    undefined,
    "Half of the 24 people who felt relief say it lasted a few days or longer, and half for the rest of the day or less.",
  ],
  [
    "relief",
    of(24, { under_2_hours: 12, a_week_or_more: 12 }),
    undefined,
    "Half of the 24 people who felt relief say it lasted a week or more, and half less than two hours.",
  ],
  [
    "relief",
    of(12, { under_2_hours: 9, same_day: 2, no_relief: 1 }),
    undefined,
    "At least half of the 11 people who felt relief say it lasted less than two hours; 1 felt none.",
  ],
  [
    "relief",
    of(15, { same_day: 15 }),
    undefined,
    "All 15 people who felt relief say it lasted for the rest of the day.",
  ],
  [
    "unwanted",
    of(61, { none: 41, sore: 16, triggered_attack: 5, other: 2 }),
    undefined,
    "41 of 61 people noticed nothing unwanted; it set off an attack for 5.",
  ],
  ["unwanted", of(61, { none: 61 }), undefined, "All 61 people noticed nothing unwanted."],
  [
    "unwanted",
    of(12, { none: 1, sore: 11 }),
    undefined,
    "1 of 12 people noticed nothing unwanted; it set off an attack for nobody.",
  ],
  [
    "unwanted",
    of(12, { triggered_attack: 12, sore: 3 }),
    undefined,
    "All 12 people noticed something unwanted; it set off an attack for all 12.",
  ],
  ["continuing", of(61, { yes: 40, stopped: 21 }), undefined, "40 of 61 people still do it; 21 stopped."],
  ["continuing", of(12, { yes: 1, stopped: 11 }), undefined, "1 of 12 people still does it; 11 stopped."],
  ["continuing", of(12, { yes: 12 }), undefined, "All 12 people still do it."],
  [
    "continuing",
    of(12, { stopped: 12 }),
    of(10, { yes: 1, stopped: 9 }),
    "All 12 people stopped. In the latest follow-up, 1 of 10 people says they still do it.",
  ],
  [
    "stoppedWhy",
    of(20, { did_not_help: 8, cost: 7, told_to_stop: 5 }),
    undefined,
    "The reason given most often is “it did not help”, by 8 of 20 people.",
  ],
  [
    "stoppedWhy",
    of(20, { cost: 8, no_longer_needed: 8, time: 4 }),
    undefined,
    "The reasons given most often are “the cost” and “they no longer needed it”, by 8 of 20 people each.",
  ],
  ["stoppedWhy", of(11, { cost: 11 }), undefined, "All 11 people gave the same reason: “the cost”."],
  [
    "setting",
    of(61, { between_attacks: 20, prevention: 19, during_attack: 22 }),
    undefined,
    "The answer given most often is “during an attack”, by 22 of 61 people.",
  ],
  [
    "givenBy",
    of(30, { self: 10, partner: 10, device: 10 }),
    undefined,
    "The answers given most often are “somebody close to them”, “they did it themselves” and “a device”, by 10 of 30 people each.",
  ],
];

describe("sentenceOf", () => {
  it.each(table)("tells of %s: %o, then %o", (figure, first, second, sentence) => {
    expect(sentenceOf(figure, first, second)).toBe(sentence);
  });

  it.each(Object.keys(figureTitles) as FigureId[])("says so when nobody answered: %s", (figure) => {
    expect(sentenceOf(figure, of(0))).toBe("Nobody has answered this yet.");
  });
});
