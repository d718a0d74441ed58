import type { Element, Nodes as HastNodes, Root as HastRoot } from "hast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** Grows when the HTML that a source gives changes; stored beside the HTML. */
export const pipelineVersion = 1;

/** What a text may become. Raw HTML never gets this far, and pictures become their description. */
const allowed: Schema = {
  tagNames: [
    "p",
    "br",
    "strong",
    "em",
    "del",
    "blockquote",
    "ul",
    "ol",
    "li",
    "h2",
    "h3",
    "h4",
    "a",
    "code",
    "pre",
    "hr",
    "sup",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ],
  attributes: { a: ["href", "rel"], ol: ["start"], h2: ["id"], h3: ["id"], sup: [] },
  protocols: { href: ["http", "https", "mailto"] },
  clobber: [],
  clobberPrefix: "",
};

// Frozen: put together once, and not for every text.
const reader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkRehype).freeze();
const cleaner = unified().use(rehypeSanitize, allowed).freeze();
const writer = unified().use(rehypeStringify).freeze();

export type RenderOptions = {
  /** For articles and techniques: headings keep their level and get ids, and `[study-id]` becomes a numbered source. */
  citations?: string[];
};

/**
 * The one way from a member's Markdown to HTML: parse without raw HTML, syntax tree, allow-list, HTML.
 * @param source Markdown as typed
 * @returns HTML that is safe to show through `components/ui/prose.tsx`
 */
export function renderMarkdown(source: string, options: RenderOptions = {}): string {
  const tree = parse(source);
  walk(tree, (element) => adapt(element, options));
  if (options.citations) linkCitations(tree, options.citations);
  return writer.stringify(sanitized(tree));
}

/**
 * The beginning of a text as plain words.
 * @param maxLength in code points; a cut text ends with "…"
 */
export function excerptOf(source: string, maxLength = 240): string {
  const words = plainText(parse(source))
    .replace(/\[[a-z]+-\d{4}\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const points = Array.from(words);
  if (points.length <= maxLength) return words;
  const cut = points.slice(0, maxLength).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), maxLength / 2)).trimEnd()}…`;
}

export type PlainText = { words: string; targets: string[] };

/**
 * What a text says and where its links lead, as a reader gets them: without marks, markup and hidden parts.
 * @returns `words` with a space for every break; `targets` as they stand in the page, relative ones too
 */
export function readPlainly(source: string): PlainText {
  const tree = parse(source);
  const targets: string[] = [];
  walk(sanitized(tree), ({ tagName, properties }) => {
    if (tagName === "a" && properties.href) targets.push(String(properties.href));
  });
  return { words: plainText(tree), targets };
}

const entities: Record<string, string> = { "26": "&", "3C": "<", "22": '"', "27": "'", "3E": ">" };

/** The words of HTML that `renderMarkdown` made, as `readPlainly` has them, and at a small part of the cost. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<\/?(?:strong|em|a|code|del|sup)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x(\w+);/g, (entity, code: string) => entities[code] ?? entity);
}

function parse(source: string): HastRoot {
  return reader.runSync(reader.parse(source)) as HastRoot;
}

function sanitized(tree: HastRoot): HastRoot {
  return cleaner.runSync(tree) as HastRoot;
}

function walk(node: HastNodes, visit: (element: Element) => void): void {
  if (node.type === "element") visit(node);
  if ("children" in node) for (const child of node.children) walk(child, visit);
}

function adapt(element: Element, options: RenderOptions): void {
  if (element.tagName === "a")
    element.properties = { href: element.properties.href, rel: ["nofollow", "ugc", "noopener"] };
  if (element.tagName === "img") asDescription(element);
  if (/^h[1-6]$/.test(element.tagName)) adaptHeading(element, options);
}

/** Nothing is loaded from another host, so a picture is shown as the words that describe it. */
function asDescription(element: Element): void {
  const words = String(element.properties.alt ?? "picture");
  element.tagName = "em";
  element.properties = {};
  element.children = [{ type: "text", value: words }];
}

/** A member's headings stand below the thread's own; an editor's keep their level. */
function adaptHeading(element: Element, options: RenderOptions): void {
  if (!options.citations) {
    element.tagName = element.tagName === "h1" || element.tagName === "h2" ? "h3" : "h4";
    element.properties = {};
    return;
  }
  if (element.tagName === "h1") element.tagName = "h2";
  const id = plainText(element)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  element.properties = { id: `section-${id}` };
}

function plainText(node: HastNodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "img") return String(node.properties.alt ?? "");
  if (!("children" in node)) return "";
  const words = node.children.map(plainText).join("");
  const inline = node.type === "element" && ["strong", "em", "a", "code", "del", "sup"].includes(node.tagName);
  return inline ? words : `${words} `;
}

const citation = /\[([a-z]+-\d{4})\]/;

/** Replaces `[lawler-2006]` by a numbered link to the source at the end of the page. */
function linkCitations(node: HastNodes, known: string[]): void {
  if (!("children" in node)) return;
  const children = node.children as Array<Element["children"][number]>;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (!child) continue;
    if (child.type !== "text") {
      linkCitations(child, known);
      continue;
    }
    const match = citation.exec(child.value);
    const number = match?.[1] ? known.indexOf(match[1]) + 1 : 0;
    if (!match || number === 0) continue;
    const before = { type: "text" as const, value: child.value.slice(0, match.index).trimEnd() };
    const after = { type: "text" as const, value: child.value.slice(match.index + match[0].length) };
    children.splice(index, 1, before, sourceLink(number), after);
    index += 1;
  }
}

function sourceLink(number: number): Element {
  const link: Element = {
    type: "element",
    tagName: "a",
    properties: { href: `#source-${number}` },
    children: [{ type: "text", value: `[${number}]` }],
  };
  return { type: "element", tagName: "sup", properties: {}, children: [link] };
}
