/** Longer than any word: what is longer is an address, a key or noise, and would only cost time. */
const longestWord = 30;

/** Wide and mathematical letters, and ligatures. All that NFKC folds would make some texts eighteen times as long. */
const lookalike = /[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}\uFB00-\uFB06]/gu;
const marker = /^\s*(?:>+|#+|[-*+]|\d+[.)])\s+/;
const token = /[\p{L}\p{M}\p{N}]+|[.!?;]+|[,:()–—|/]+/gu;

/**
 * Reads a text in Markdown as bare words: lower case, no apostrophes ("can't" is `cant`), no emphasis, no addresses.
 * Words stand between single spaces, a comma stands for every pause, and "…" for none.
 * @param spellings what stands for a misspelt word
 * @returns its sentences, each with a space at both ends
 */
export function sentencesOf(markdown: string, spellings: ReadonlyMap<string, string> = new Map()): string[] {
  const sentences: string[] = [];
  let words: string[] = [];
  for (const [found] of asOneLine(markdown).matchAll(token)) {
    if (/^[.!?;]/.test(found)) {
      if (words.length > 0) sentences.push(` ${words.join(" ")} `);
      words = [];
    } else words.push(spellings.get(found) ?? asWord(found));
  }
  return words.length > 0 ? [...sentences, ` ${words.join(" ")} `] : sentences;
}

/** Leaves out the lines that are marked as somebody else's words. */
export function withoutQuotations(markdown: string): string {
  return markdown.replace(/^[^\S\n]{0,3}>.*$/gmu, "");
}

function asOneLine(markdown: string): string {
  return markdown
    .normalize("NFC")
    .replace(lookalike, (letter) => letter.normalize("NFKC"))
    .toLowerCase()
    .split(/\r\n?|\n/)
    .map((line) => (line.trim() === "" ? "." : line.replace(marker, ". ")))
    .join(" ")
    .replace(/\bhttps?:\/\/[^\s)]+/g, " ")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD'’‘ʼ´`*_~]/g, "")
    .replace(/\.{2,}/g, " ")
    .replace(/(?<=\d)[.,](?=\d)/g, " ")
    .replace(/(?<=\s)-+(?=\s)/g, ",")
    .replace(/(\p{L})\1{2,}/gu, "$1");
}

function asWord(found: string): string {
  if (/^[^\p{L}\p{M}\p{N}]/u.test(found)) return ",";
  return found.length > longestWord ? "·" : found;
}
