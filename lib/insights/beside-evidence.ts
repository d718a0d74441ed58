import type { Study } from "@/lib/techniques/queries";
import { wilsonInterval } from "./wilson";

/** Of a study only this is compared. */
type Finding = Pick<Study, "direction" | "certainty" | "participants">;
/** How many members said what a technique did, and how many of them that it helped at least a little. */
type Effect = { answered: number; helped: number };

/** Below this number of people in it a study is called small. */
const smallStudyBelow = 100;

/**
 * Whether studies and members say the same about a technique, in plain words, and how sure that is.
 * Studies lean to a side when more than half of them do and none found the opposite. Members lean to a side when the
 * 95 % Wilson interval of those whom it helped lies on one side of one half. Neither side is called right.
 * @param technique its name, as a title
 * @param studies its study cards; those that are not about effect are left out
 * @param effect null while too few members have told
 */
export function besideEvidence(technique: string, studies: readonly Finding[], effect: Effect | null): string {
  const name = technique.charAt(0).toLowerCase() + technique.slice(1);
  const findings = studies.filter(({ direction }) => direction !== "not_about_effect");
  const found = foundBy(findings);
  const told = effect ? toldBy(effect) : "too few members have told us yet";
  return `${opening(name, findings, effect)}: ${found}, and ${told}. ${caution(findings, effect)}`.trimEnd();
}

type Lean = "helped" | "open" | "not" | "unclear";

function opening(name: string, findings: readonly Finding[], effect: Effect | null): string {
  if (findings.length === 0) return `There is nothing to compare yet for ${name}`;
  if (!effect) return `Studies and members cannot be compared yet for ${name}`;
  const [studies, members] = [leanOf(findings), leanOfMembers(effect)];
  if (members === "unclear") return `It is too early to say whether studies and members agree on ${name}`;
  if (studies === "open" && members === "open")
    return `Studies and members agree on ${name} in that neither gives a clear answer`;
  if (studies === members) return `Studies and members point the same way on ${name}`;
  if (studies === "open") return `Members lean to one side on ${name} where the studies do not`;
  if (members === "open") return `The studies lean to one side on ${name} where members do not`;
  return `Studies and members differ on ${name}`;
}

function leanOf(findings: readonly Finding[]): Lean {
  const count = (wanted: Finding["direction"]) => findings.filter(({ direction }) => direction === wanted).length;
  const [helped, none, half] = [count("helped"), count("no_difference"), findings.length / 2];
  if (helped > half && none === 0) return "helped";
  return none > half && helped === 0 ? "not" : "open";
}

/** A share far from one half whose interval still holds it is unclear: to call 8 of 10 "about half" would mislead. */
function leanOfMembers({ answered, helped }: Effect): Lean {
  const { low, high } = wilsonInterval(helped, answered);
  if (low > 0.5) return "helped";
  if (high < 0.5) return "not";
  return Math.abs(helped / answered - 0.5) <= 0.1 ? "open" : "unclear";
}

function foundBy(findings: readonly Finding[]): string {
  const ways = [
    ["helped", "came out in favour", "came out in favour"],
    ["mixed", "gave a mixed or unclear result", "gave mixed or unclear results"],
    ["no_difference", "found no difference", "found no difference"],
  ] as const;
  const counts = ways
    .map(([way, one, many]) => ({ one, many, n: findings.filter(({ direction }) => direction === way).length }))
    .filter(({ n }) => n > 0);
  const [only] = counts;
  if (!only) return "we found no study of its effect on migraine";
  if (findings.length === 1) return `the one study of its effect ${only.one}`;
  if (counts.length === 1)
    return `${findings.length === 2 ? "both" : `all ${findings.length}`} studies of its effect ${only.many}`;
  const list = counts.map(({ n, one, many }) => `${n} ${n === 1 ? one : many}`);
  return `of ${findings.length} studies of its effect, ${new Intl.ListFormat("en-GB").format(list)}`;
}

function toldBy(effect: Effect): string {
  const numbers = `${effect.helped} of ${effect.answered}`;
  const words = "say it helped at least a little";
  const lean = leanOfMembers(effect);
  if (lean === "unclear") return `${numbers} members who told us ${words}; so few answers could also mean about half`;
  const who = { helped: "most members", not: "fewer than half of the members", open: "about half of the members" }[
    lean
  ];
  return `${who} who told us ${words} (${numbers})`;
}

/** Why neither side settles the matter. */
function caution(findings: readonly Finding[], effect: Effect | null): string {
  const one = findings.length === 1;
  const members = effect ? "only people who wanted to tell have told" : null;
  const noun = one ? "the study" : "the studies";
  const studies = members ? doubtAbout(findings, noun, one ? `${noun}'s` : `${noun}'`) : null;
  if (studies && members) return `Both are uncertain: ${studies}, and ${members}.`;
  if (members) return `What members say is uncertain: ${members}.`;
  const alone = one ? doubtAbout(findings, "it", "its") : doubtAbout(findings, "they", "their");
  return alone ? `${one ? "The study is" : "The studies are"} uncertain: ${alone}.` : "";
}

/** @param subject what the studies are called, `owner` the same as whose, e.g. "they" and "their" */
function doubtAbout(findings: readonly Finding[], subject: string, owner: string): string | null {
  const [one, size, certainty] = [findings.length === 1, smallness(findings), rating(findings)];
  if (!size) return certainty && `${owner} certainty${certainty}`;
  const small = `${subject} ${one ? "is" : "are"} ${size}`;
  return certainty ? `${small} and ${one ? "its" : "their"} certainty${certainty}` : small;
}

function smallness(findings: readonly Finding[]): string | null {
  const small = findings.filter(({ participants }) => participants !== null && participants < smallStudyBelow).length;
  if (small * 2 <= findings.length) return null;
  return small === findings.length ? "small" : "mostly small";
}

function rating(findings: readonly Finding[]): string | null {
  const ratings = new Set(findings.map(({ certainty }) => certainty));
  if (findings.length === 0 || ratings.has("high") || ratings.has("moderate")) return null;
  if (!ratings.has("low") && !ratings.has("very_low")) return " is not rated";
  const low = ratings.has("low") ? `low${ratings.has("very_low") ? " or very low" : ""}` : "very low";
  return `${ratings.has("not_rated") ? ", where rated," : ""} is ${low}`;
}
