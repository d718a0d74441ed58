import { isStaff, type Actor } from "@/lib/platform/actor";
import { Paused, Refusal } from "@/lib/platform/errors";
import type { Sign } from "@/lib/platform/queue";
import type { Findings } from "./findings";
import { newcomerMentions } from "./limits";

export type Circumstances = {
  /** An edit after the free window. */
  late?: boolean;
  /** The first of its kind by its author. */
  first?: "thread" | "testimonial" | null;
  /** It wakes a thread in which nothing happened for months. */
  sleeping?: boolean;
  /** What the form sent back of an earlier pause. */
  seen?: string;
};

/** Why it waits, what moderators should know, and a worry about its author. Nothing of it is a judgement. */
export type Verdict = { hold: Sign[]; flag: Sign[]; worry: Sign[] };

/**
 * Pure: what becomes of a text with these findings. A worry holds nothing back and hides nothing.
 * @throws Paused when its author should see something first, and Refusal: `phrase_blocked` with `note`, or
 *   `too_many_mentions` with `most` and `named`
 */
export function judgeWords(actor: Actor, found: Findings, given: Circumstances): Verdict {
  if (!actor.paced) return { hold: [], flag: [], worry: [] };
  pauseUnlessSeen(found, given.seen);
  const worry = kindsOf(found).map((code) => ({ code, n: found.distress.filter(({ kind }) => kind === code).length }));
  // Staff warn of links and phrases by writing them.
  if (isStaff(actor)) return { hold: [], flag: [], worry };
  const blocked = found.phrases.find(({ act }) => act === "block");
  if (blocked) throw new Refusal("phrase_blocked", { note: blocked.note });
  if (actor.newcomer && found.mentions > newcomerMentions) {
    throw new Refusal("too_many_mentions", { most: newcomerMentions, named: found.mentions });
  }
  const signsOf = (wanted: "hold" | "flag") =>
    found.phrases.filter(({ act }) => act === wanted).map(({ id }) => ({ code: "phrase", n: id }));
  return { hold: [...circumstantial(actor, found, given), ...signsOf("hold")], flag: signsOf("flag"), worry };
}

function circumstantial({ newcomer }: Actor, { links }: Findings, { first, late, sleeping }: Circumstances): Sign[] {
  const signs: Sign[] = [];
  if (newcomer && first) signs.push({ code: `first_${first}`, n: 1 });
  if (newcomer && links > 0) signs.push({ code: "newcomer_link", n: links });
  if (late && links > 0) signs.push({ code: "late_link", n: links });
  if (sleeping) signs.push({ code: "woke", n: 1 });
  return signs;
}

const kindsOf = ({ distress }: Findings) => [...new Set(distress.map(({ kind }) => kind))].sort();

/** Each card and each note is shown once for one form; words that bring another one pause it again. */
function pauseUnlessSeen(found: Findings, seen = ""): void {
  const cards = kindsOf(found);
  const notes = found.phrases.filter(({ act }) => act === "note");
  const wanted = [...cards, ...notes.map(({ id }) => `note-${id}`)];
  const before = seen.split(" ").filter(Boolean);
  if (wanted.every((each) => before.includes(each))) return;
  const all = [...new Set([...before, ...wanted])].join(" ");
  throw new Paused({ seen: all, cards, notes: notes.map(({ note }) => note) });
}
