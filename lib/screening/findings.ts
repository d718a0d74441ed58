import type { watchedPhrases } from "@/db/schema";
import { readPlainly } from "@/lib/platform/markdown";
import { mentionsIn } from "@/lib/platform/mentions";
import { distressIn } from "./distress";
import { isAllowed, linksOf } from "./links";
import { foldWords, holdsPhrase } from "./phrases";

export type Phrase = Pick<typeof watchedPhrases.$inferSelect, "id" | "phrase" | "act" | "note">;

/** What is watched for, and this site's own address. */
export type Watch = { phrases: Phrase[]; allowedHosts: string[]; siteUrl: string };

/** What a text holds; of an edit, what it adds. */
export type Findings = {
  phrases: Phrase[];
  distress: { kind: "crisis" | "red_flag"; rule: string }[];
  /** Ways out to hosts that are not on the list. */
  links: number;
  /** How many people it calls by name; of an edit, all of them where it adds one. */
  mentions: number;
};

export const nothing: Findings = { phrases: [], distress: [], links: 0, mentions: 0 };

/**
 * Looks a text through.
 * @param addedTo the text that an edit replaces: what stood there before is no reason to stop anybody now
 */
export function findingsIn(text: string, addedTo: string, watch: Watch): Findings {
  const [now, before] = [read(text, watch), read(addedTo, watch)];
  return {
    phrases: now.phrases.filter((phrase) => !before.phrases.includes(phrase)),
    distress: now.distress.filter(({ rule }) => !before.distress.some((each) => each.rule === rule)),
    links: now.links.filter(({ address }) => !before.links.some((each) => each.address === address)).length,
    mentions: now.mentions.every((handle) => before.mentions.includes(handle)) ? 0 : now.mentions.length,
  };
}

/** A text as it was typed, where an address can be watched for, and as it is read, without marks. */
function read(text: string, { phrases, allowedHosts, siteUrl }: Watch) {
  const plain = readPlainly(text);
  const spellings = [foldWords(text), foldWords(plain.words)];
  return {
    phrases: phrases.filter(({ phrase }) => spellings.some((each) => holdsPhrase(each, phrase))),
    distress: distressIn(text),
    links: linksOf(text, siteUrl, plain).filter(({ host }) => !isAllowed(host, allowedHosts)),
    mentions: mentionsIn(text),
  };
}
