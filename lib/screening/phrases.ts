import { plainLetters } from "@/lib/platform/urls";

/** What a reader does not see and a search would stumble over: zero-width letters, soft hyphens, direction marks. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** A text or a phrase as they are compared: small letters without accents or unseen marks, one space for each break. */
export function foldWords(text: string): string {
  return plainLetters(text.replace(unseen, "")).replace(unseen, "").replace(/\s+/g, " ").trim();
}

/**
 * Whether a watched phrase stands in a text as whole words. `*` at its end stands for any ending.
 * @param folded the text, by `foldWords`
 */
export function holdsPhrase(folded: string, phrase: string): boolean {
  const open = phrase.trimEnd().endsWith("*");
  const words = foldWords(open ? phrase.trimEnd().slice(0, -1) : phrase);
  if (words === "") return false;
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    if (isEdge(folded, at) && (open || isEdge(folded, at + words.length))) return true;
  }
  return false;
}

/** No word goes on across this place. */
function isEdge(text: string, at: number): boolean {
  const start = /[\uDC00-\uDFFF]/.test(text[at - 1] ?? "") ? at - 2 : at - 1;
  return !(isLetter(text, start) && isLetter(text, at));
}

function isLetter(text: string, at: number): boolean {
  const point = at < 0 ? undefined : text.codePointAt(at);
  return point !== undefined && /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));
}
