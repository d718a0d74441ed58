import { phraseFinder } from "@/lib/platform/muted-words";

/** More than any page has: 20 comments and their thread, or 25 rows. */
const mostPlaces = 200;

const placeOf = / data-place="([ct]\d{1,15})"/;
const holdsWords = / data-words=""/;
/** The name of a tag; a comment is called "!". */
const tagName = /^<\/?([a-zA-Z][a-zA-Z0-9]*|!)/;
/** Tags that may stand within a word: "<strong>un</strong>knot" is one. */
const withinWords = new Set(["!", "a", "code", "del", "em", "strong", "sup"]);

type Tag = { name: string; closes: boolean; source: string; from: number; to: number };
/** An element that is being read: how many of its own kind are open, itself among them. */
type Open = { name: string; depth: number };

/**
 * The places of a page whose words hold a muted word. A place is an element with `data-place`, like `c12` for a comment
 * or `t345` for a thread; its words are what stands within `data-words`, so no label of a button is among them.
 * @param html a page of ours: every tag closed, every "<" of a text escaped
 * @param muted as `mutedPhrase` gives them
 * @returns at most 200 names, inert in a style
 */
export function placesOf(html: string, muted: string[]): string[] {
  const holds = phraseFinder(muted);
  const found = new Set<string>();
  for (const { place, text } of placesIn(html)) {
    if (!found.has(place) && holds(text)) found.add(place);
    if (found.size === mostPlaces) break;
  }
  return [...found];
}

function* placesIn(html: string): Generator<{ place: string; text: string }> {
  let place = "";
  let outer: Open | null = null;
  let inner: Open | null = null;
  let text = "";
  let last = 0;
  for (const tag of tagsIn(html)) {
    if (inner) text += html.slice(last, tag.from) + (withinWords.has(tag.name) ? "" : " ");
    last = tag.to;
    if (!outer) {
      place = (tag.closes ? null : placeOf.exec(tag.source)?.[1]) ?? "";
      if (place) outer = { name: tag.name, depth: 1 };
      continue;
    }
    if (inner) inner = after(inner, tag);
    else if (!tag.closes && holdsWords.test(tag.source)) inner = { name: tag.name, depth: 1 };
    outer = after(outer, tag);
    if (outer) continue;
    yield { place, text: decoded(text) };
    inner = null;
    text = "";
  }
}

/** What is still open behind a tag. */
function after(open: Open, { name, closes }: Tag): Open | null {
  if (name !== open.name) return open;
  const depth = open.depth + (closes ? -1 : 1);
  return depth > 0 ? { ...open, depth } : null;
}

/** Every tag of a page in turn. What a script or a style holds is no markup and no words: it counts as their tag. */
function* tagsIn(html: string): Generator<Tag> {
  let from = html.indexOf("<");
  while (from >= 0) {
    const end = endOfTag(html, from);
    const source = html.slice(from, end);
    const name = tagName.exec(source)?.[1] ?? "";
    const closes = source.startsWith("</");
    const hides = !closes && (name === "script" || name === "style");
    const to = hides ? html.indexOf(`</${name}`, end) : end;
    if (to < 0) return;
    if (name) yield { name, closes, source, from, to };
    from = html.indexOf("<", to);
  }
}

/** Behind the ">" of a tag; one within a quoted value does not end it. */
function endOfTag(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (quote === code) quote = 0;
    else if (quote === 0 && (code === 0x22 || code === 0x27)) quote = code;
    else if (quote === 0 && code === 0x3e) return at + 1;
  }
  return html.length;
}

const named: Record<string, string> = { amp: "&", apos: "'", gt: ">", lt: "<", nbsp: " ", quot: '"' };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,5}));/g, (whole, decimal, hex, name: string) => {
    if (name) return named[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : " ";
  });
}
