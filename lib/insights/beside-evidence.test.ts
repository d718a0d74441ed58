import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Study } from "@/lib/techniques/queries";
import { besideEvidence } from "./beside-evidence";

type Finding = Pick<Study, "direction" | "certainty" | "participants">;

const study = (direction: Finding["direction"], given: Partial<Finding> = {}): Finding => ({
  direction,
  certainty: "moderate",
  participants: 500,
  ...given,
});
const [helped, mixed, none] = [study("helped"), study("mixed"), study("no_difference")];

const most = { answered: 61, helped: 45 };
const half = { answered: 61, helped: 30 };
const few = { answered: 61, helped: 12 };
const unclear = { answered: 10, helped: 8 };

const cannot = "Studies and members cannot be compared yet for shiatsu";
const nothing = "There is nothing to compare yet for shiatsu";
const same = "Studies and members point the same way on shiatsu";
const open = "Studies and members agree on shiatsu in that neither gives a clear answer";
const differ = "Studies and members differ on shiatsu";
const membersLean = "Members lean to one side on shiatsu where the studies do not";
const studiesLean = "The studies lean to one side on shiatsu where members do not";
const early = "It is too early to say whether studies and members agree on shiatsu";

describe("besideEvidence", () => {
  it.each([
    ["no study", [], [nothing, nothing, nothing, nothing, nothing]],
    ["only studies of something else", [study("not_about_effect")], [nothing, nothing, nothing, nothing, nothing]],
    ["studies in favour", [helped, helped, mixed], [cannot, same, studiesLean, differ, early]],
    ["studies half in favour", [helped, mixed], [cannot, membersLean, open, membersLean, early]],
    ["studies that contradict", [helped, helped, none], [cannot, membersLean, open, membersLean, early]],
    ["studies without a difference", [none, none, mixed], [cannot, differ, studiesLean, same, early]],
  ])("compares %s with members", (_name, studies, openings) => {
    const members = [null, most, half, few, unclear];
    expect(members.map((effect) => besideEvidence("Shiatsu", studies, effect).split(":")[0])).toEqual(openings);
  });

  it.each([
    [[helped], "the one study of its effect came out in favour, and"],
    [[mixed], "the one study of its effect gave a mixed or unclear result, and"],
    [[none, none], "both studies of its effect found no difference, and"],
    [[mixed, mixed, mixed], "all 3 studies of its effect gave mixed or unclear results, and"],
    [
      [none, mixed, mixed, helped],
      "of 4 studies of its effect, 1 came out in favour, 2 gave mixed or unclear results and 1 found no difference, and",
    ],
    [[helped, study("not_about_effect")], "the one study of its effect came out in favour, and"],
    [[], "we found no study of its effect on migraine, and"],
  ])("tells what studies found: %#", (studies, clause) => {
    expect(besideEvidence("Shiatsu", studies, most)).toContain(`: ${clause}`);
  });

  it.each([
    [most, "most members who told us say it helped at least a little (45 of 61)."],
    [half, "about half of the members who told us say it helped at least a little (30 of 61)."],
    [few, "fewer than half of the members who told us say it helped at least a little (12 of 61)."],
    [
      unclear,
      "8 of 10 members who told us say it helped at least a little; so few answers could also mean about half.",
    ],
    [null, "too few members have told us yet."],
  ])("tells what members say: %o", (effect, clause) => {
    expect(besideEvidence("Shiatsu", [helped], effect)).toContain(`, and ${clause}`);
  });

  const small = { participants: 40 };
  it.each<[Finding[], string, string]>([
    [[helped], "What members say is uncertain: only people who wanted to tell have told.", ""],
    [
      [study("helped", { ...small, certainty: "not_rated" })],
      "Both are uncertain: the study is small and its certainty is not rated, and only people who wanted to tell have told.",
      "The study is uncertain: it is small and its certainty is not rated.",
    ],
    [
      [study("helped", small), study("mixed", small), helped],
      "Both are uncertain: the studies are mostly small, and only people who wanted to tell have told.",
      "The studies are uncertain: they are mostly small.",
    ],
    [
      [study("helped", { certainty: "very_low" }), study("mixed", { certainty: "not_rated", participants: null })],
      "Both are uncertain: the studies' certainty, where rated, is very low, and only people who wanted to tell have told.",
      "The studies are uncertain: their certainty, where rated, is very low.",
    ],
    [
      [study("helped", { certainty: "low", ...small }), study("mixed", { certainty: "very_low", ...small })],
      "Both are uncertain: the studies are small and their certainty is low or very low, and only people who wanted to tell have told.",
      "The studies are uncertain: they are small and their certainty is low or very low.",
    ],
  ])("tells how sure that is: %#", (studies, beside, alone) => {
    expect(besideEvidence("Shiatsu", studies, most).endsWith(`(45 of 61). ${beside}`)).toBe(true);
    expect(besideEvidence("Shiatsu", studies, null).endsWith(`told us yet. ${alone}`.trimEnd())).toBe(true);
  });
});

const reference = join(import.meta.dirname, "../../db/reference");
const read = <T>(file: string) => parse(readFileSync(join(reference, file), "utf8")) as T;
type Card = Omit<Finding, "participants"> & { id: string; participants?: number };
const cards = read<Card[]>("studies.yaml");
const techniques = read<{ name: string; studies: string[] }[]>("techniques.yaml");

describe("beside the evidence of each technique that we have", () => {
  it.each(techniques.map(({ name, studies }) => [name, studies] as const))("%s", (name, ids) => {
    const studies = cards
      .filter(({ id }) => ids.includes(id))
      .map((card) => ({ ...card, participants: card.participants ?? null }));
    const texts = [null, most, half, few, unclear].map((effect) => besideEvidence(name, studies, effect));
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z][^:]+: [^:]+\.( [A-Z][^:]+: [^:]+\.)?$/);
      expect(text).toContain(name.slice(1));
      expect(text).not.toMatch(/prove|effective|works|undefined|null|NaN| {2}/);
      expect(text.length).toBeLessThan(420);
    }
  });
});
