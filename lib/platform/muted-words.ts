/** Letters and digits in a row. Whatever else there is stands between words. */
const word = /[\p{L}\p{N}]+/gu;
const unaccented = /^[\u0000-\u007f]*$/;

type Phrase = { words: string[]; open: boolean };

/** The words of a text as they are compared: without case and accents. */
function plainWords(text: string): string[] {
  return plain(text).match(word) ?? [];
}

function plain(text: string): string {
  if (unaccented.test(text)) return text.toLowerCase();
  // A sigma is written in another way where a word ends.
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replaceAll("ς", "σ");
}

/**
 * A muted word, or several in a row, as they are kept: "Weight-Loss*" becomes "weight loss*".
 * @returns an empty string when there is no word in it
 */
export function mutedPhrase(typed: string): string {
  const words = plainWords(typed).join(" ");
  return words && typed.trimEnd().endsWith("*") ? `${words}*` : words;
}

/**
 * Finds muted words in texts, as whole words. One that ends in "*" also finds every word that begins so.
 * @param muted as `mutedPhrase` gives them
 * @returns whether a text holds one of them, in a time that grows with the text and not with their number
 */
export function phraseFinder(muted: string[]): (text: string) => boolean {
  const byFirst = new Map<string, Phrase[]>();
  const beginnings = new Map<number, Set<string>>();
  for (const phrase of muted) {
    const words = plainWords(phrase);
    const open = phrase.endsWith("*");
    const [first] = words;
    if (first === undefined) continue;
    if (open && words.length === 1)
      beginnings.set(first.length, (beginnings.get(first.length) ?? new Set()).add(first));
    else byFirst.set(first, [...(byFirst.get(first) ?? []), { words, open }]);
  }
  const lengths = [...beginnings];
  return (text) => {
    const words = plainWords(text);
    return words.some(
      (each, at) =>
        lengths.some(([length, known]) => known.has(each.slice(0, length))) ||
        byFirst.get(each)?.some((phrase) => standsAt(phrase, words, at)),
    );
  };
}

function standsAt({ words, open }: Phrase, text: string[], at: number): boolean {
  const last = words.length - 1;
  return words.every((each, index) => {
    const found = text[at + index];
    return open && index === last ? found?.startsWith(each) : found === each;
  });
}
