/** Nobody calls more people than this by name; from here on nobody is told. */
const mostMentioned = 10;

const code = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
const quotation = /^[^\S\n]{0,3}>.*$/gm;
// A letter, a digit or one of these before it makes an address of it.
const mention = /(?<![\p{L}\p{N}_@/.])@([a-z0-9_]{3,24})(?![\p{L}\p{N}_@])/giu;

/**
 * The handles that a text calls by name, in lower case and each once. Code and what is quoted from somebody else call
 * nobody.
 * @param markdown as it was typed
 */
export function mentionsIn(markdown: string): string[] {
  const own = markdown.replace(code, " ").replace(quotation, " ");
  const handles = [...own.matchAll(mention)].map(([, handle = ""]) => handle.toLowerCase());
  return [...new Set(handles)].slice(0, mostMentioned);
}
