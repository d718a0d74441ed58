import { describe, expect, it } from "vitest";
import { Paused, Refusal } from "@/lib/platform/errors";
import type { Role } from "@/lib/platform/actor";
import { nothing, type Findings, type Phrase } from "./findings";
import { judgeWords, type Circumstances } from "./judge-words";

const actor = (given: { newcomer?: boolean; role?: Role; paced?: boolean } = {}) => ({
  memberId: 1,
  handle: "ana",
  role: "member" as const,
  newcomer: false,
  paced: true,
  ...given,
});
const newcomer = actor({ newcomer: true });
const phrase = (id: number, act: Phrase["act"], note = ""): Phrase => ({ id, phrase: "words", act, note });
const crisis = { distress: [{ kind: "crisis" as const, rule: "a" }] };
const redFlag = { distress: [{ kind: "red_flag" as const, rule: "b" }] };

function judged(who: typeof newcomer, found: Partial<Findings>, given: Circumstances = {}) {
  try {
    const { hold, flag, worry } = judgeWords(who, { ...nothing, ...found }, given);
    return {
      hold: hold.map(({ code }) => code),
      flag: flag.map(({ code }) => code),
      worry: worry.map(({ code }) => code),
    };
  } catch (error) {
    if (error instanceof Paused) return error.pause;
    if (error instanceof Refusal) return { code: error.code, ...error.facts };
    throw error;
  }
}

const clear = { hold: [], flag: [], worry: [] };
const allSeen = { seen: "crisis red_flag" };

describe("judgeWords", () => {
  it.each<[string, typeof newcomer, Partial<Findings>, Circumstances, object]>([
    ["an ordinary text", actor(), {}, {}, clear],
    ["a newcomer's first thread", newcomer, {}, { first: "thread" }, { ...clear, hold: ["first_thread"] }],
    [
      "a newcomer's first testimonial",
      newcomer,
      {},
      { first: "testimonial" },
      { ...clear, hold: ["first_testimonial"] },
    ],
    ["somebody else's first thread", actor(), {}, { first: "thread" }, clear],
    ["a newcomer's link", newcomer, { links: 2 }, {}, { ...clear, hold: ["newcomer_link"] }],
    ["somebody else's link", actor(), { links: 2 }, {}, clear],
    ["a newcomer who calls two people", newcomer, { mentions: 2 }, {}, clear],
    [
      "a newcomer who calls three people",
      newcomer,
      { mentions: 3 },
      {},
      { code: "too_many_mentions", most: 2, named: 3 },
    ],
    ["somebody else who calls ten people", actor(), { mentions: 10 }, {}, clear],
    ["a late link", actor(), { links: 1 }, { late: true }, { ...clear, hold: ["late_link"] }],
    ["a late edit without a link", actor(), {}, { late: true }, clear],
    ["a thread that slept", actor(), {}, { sleeping: true }, { ...clear, hold: ["woke"] }],
    ["a phrase that holds", actor(), { phrases: [phrase(7, "hold")] }, {}, { ...clear, hold: ["phrase"] }],
    ["a phrase that flags", actor(), { phrases: [phrase(7, "flag")] }, {}, { ...clear, flag: ["phrase"] }],
    [
      "a phrase that blocks",
      actor(),
      { phrases: [phrase(7, "block", "Please do not.")] },
      {},
      { code: "phrase_blocked", note: "Please do not." },
    ],
    ["words of despair", actor(), crisis, {}, { seen: "crisis", cards: ["crisis"], notes: [] }],
    ["words of despair, seen", actor(), crisis, allSeen, { ...clear, worry: ["crisis"] }],
    ["a red flag, seen", actor(), redFlag, allSeen, { ...clear, worry: ["red_flag"] }],
    [
      "a red flag after words of despair",
      actor(),
      redFlag,
      { seen: "crisis" },
      { seen: "crisis red_flag", cards: ["red_flag"], notes: [] },
    ],
    [
      "a note",
      actor(),
      { phrases: [phrase(7, "note", "Is it yours?")] },
      {},
      { seen: "note-7", cards: [], notes: ["Is it yours?"] },
    ],
    ["a note, seen", actor(), { phrases: [phrase(7, "note", "Is it yours?")] }, { seen: "note-7" }, clear],
    [
      "another note, after one that was seen",
      actor(),
      { phrases: [phrase(8, "note", "And this?")] },
      { seen: "note-7" },
      { seen: "note-7 note-8", cards: [], notes: ["And this?"] },
    ],
    [
      "a note of a longer number",
      actor(),
      { phrases: [phrase(7, "note", "Is it yours?")] },
      { seen: "note-77" },
      { seen: "note-77 note-7", cards: [], notes: ["Is it yours?"] },
    ],
    [
      "despair in words that are refused: the card comes first",
      actor(),
      { ...crisis, phrases: [phrase(7, "block")] },
      {},
      { seen: "crisis", cards: ["crisis"], notes: [] },
    ],
    [
      "despair in a newcomer's first thread",
      newcomer,
      crisis,
      { ...allSeen, first: "thread" },
      { hold: ["first_thread"], flag: [], worry: ["crisis"] },
    ],
    [
      "a moderator",
      actor({ role: "moderator" }),
      { links: 1, phrases: [phrase(7, "block"), phrase(8, "hold")] },
      { late: true, sleeping: true },
      clear,
    ],
    ["an admin in despair", actor({ role: "admin" }), crisis, allSeen, { ...clear, worry: ["crisis"] }],
    [
      "a provider's late link",
      actor({ role: "provider" }),
      { links: 1 },
      { late: true },
      { ...clear, hold: ["late_link"] },
    ],
    [
      "whoever is not at a form",
      actor({ paced: false, newcomer: true }),
      { ...crisis, links: 1, phrases: [phrase(7, "block")] },
      { first: "thread" },
      clear,
    ],
  ])("%s", (_name, who, found, given, expected) => {
    expect(judged(who, found, given)).toEqual(expected);
  });

  it("names the phrase, and how many links and signs there were", () => {
    const found = { ...nothing, links: 3, phrases: [phrase(7, "hold"), phrase(9, "flag")], ...crisis };
    expect(judgeWords(newcomer, found, allSeen)).toEqual({
      hold: [
        { code: "newcomer_link", n: 3 },
        { code: "phrase", n: 7 },
      ],
      flag: [{ code: "phrase", n: 9 }],
      worry: [{ code: "crisis", n: 1 }],
    });
  });
});
