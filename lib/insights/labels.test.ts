import { describe, expect, it } from "vitest";
import { filterLabels, plotLabels, signOf } from "./labels";
import { counted, filters, type Question } from "./schema";

describe("the words of answers", () => {
  const words = [
    ...Object.values(plotLabels).flatMap((labels) => Object.values(labels)),
    ...Object.values(filterLabels).flatMap(({ values }) => Object.values(values)),
  ];

  it("speak of people in the third person", () => {
    expect(words.filter((each) => /\b(I|me|my)\b/i.test(each))).toEqual([]);
  });

  it("are in sentence case and end without a stop", () => {
    expect(words.filter((each) => !/^[A-Z0-9].*[^.]$/.test(each))).toEqual([]);
  });

  it("are there for every answer and every group, and for nothing else", () => {
    for (const [question, labels] of Object.entries(plotLabels))
      expect(Object.keys(labels).sort()).toEqual([...counted[question as Question]].sort());
    for (const [name, { values }] of Object.entries(filterLabels))
      expect(Object.keys(values).sort()).toEqual([...filters[name as keyof typeof filters]].sort());
  });
});

describe("signOf", () => {
  it.each([
    ["effect", "helped_a_little", "good"],
    ["effect", "no_change", "none"],
    ["effect", "made_it_worse", "bad"],
    ["effect", "cannot_tell", "unsure"],
    ["effectDays", "worse", "bad"],
    ["relief", "no_relief", "none"],
    ["unwanted", "none", "none"],
    ["unwanted", "triggered_attack", "bad"],
    ["stoppedWhy", "no_longer_needed", "good"],
    ["stoppedWhy", "cost", "plain"],
    ["continuing", "stopped", "plain"],
    ["functionBefore", "0", "plain"],
    ["givenBy", "self", "plain"],
  ] as const)("says where it points: %s, %s, %s", (question, answer, sign) => {
    expect(signOf<Question>(question, answer)).toBe(sign);
  });
});
