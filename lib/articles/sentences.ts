import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

export type Sentence = {
  /** As it reads, without its citations. */
  shown: string;
  /** The same without anybody else's words: quotations, code and addresses are blotted out. */
  own: string;
  /** The study cards that it cites. */
  cards: string[];
};

type Node = { type: string; value?: string; alt?: string | null; children?: Node[] };
type Piece = { text: string; blotted?: boolean };

const reader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

const citation = /\[([a-z]+-\d{4})\]/g;
const blot = "\u00B7";

/** Words that are somebody's, and addresses. An apostrophe within a word neither opens nor closes a quotation. */
const notOwn = [
  /“[^”]*”/g,
  /«[^»]*»/g,
  /(?<![\p{L}\p{N}])"[^"]*"(?![\p{L}\p{N}])/gu,
  /‘(?:[^’]|’(?=\p{L}))*’(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])'(?:[^']|'(?=\p{L}))*'(?!\p{L})/gu,
  /\b(?:https?:\/\/|www\.)\S+/g,
];

/** A full stop after these ends no sentence, whatever follows. */
const abbreviation = /(?:^|[\s(])(?:et al|e\.g|i\.e|vs|cf|approx|ca|dr|prof|mr|mrs|no|fig)\.\s*$/i;

/** The ids of the study cards that a text cites, in the order of their first mention. */
export function citedStudies(markdown: string): string[] {
  return [...new Set(sentencesOf(markdown).flatMap(({ cards }) => cards))];
}

/**
 * The sentences of a text in Markdown, in their order: of paragraphs, list items, quotations, headings and table cells.
 * A citation after the full stop belongs to the sentence before it.
 */
export function sentencesOf(markdown: string): Sentence[] {
  return blocksOf(reader.parse(markdown) as Node).flatMap(sentencesOfBlock);
}

function blocksOf(node: Node): Piece[][] {
  if (["paragraph", "heading", "tableCell"].includes(node.type)) return [piecesOf(node)];
  return (node.children ?? []).flatMap(blocksOf);
}

function piecesOf(node: Node): Piece[] {
  if (node.type === "text") return [{ text: node.value ?? "" }];
  if (node.type === "inlineCode") return [{ text: node.value ?? "", blotted: true }];
  if (node.type === "break") return [{ text: " " }];
  // A picture is shown as its description. HTML is not shown at all.
  if (node.type.startsWith("image")) return [{ text: node.alt ?? "" }];
  return (node.children ?? []).flatMap(piecesOf);
}

function sentencesOfBlock(pieces: Piece[]): Sentence[] {
  const text = pieces
    .map((piece) => piece.text)
    .join("")
    .replace(/\s/g, " ");
  const ownPieces = pieces.map((piece) => (piece.blotted ? blot.repeat(piece.text.length) : piece.text)).join("");
  const uncited = blank(ownPieces.replace(/\s/g, " "), citation, " ");
  const own = notOwn.reduce((words, pattern) => blank(words, pattern, blot), uncited);
  return spansOf(blank(text, citation, " ")).map(([from, to]) => ({
    shown: text
      .slice(from, to)
      .replace(citation, " ")
      .replace(/\s+/g, " ")
      .replace(/ ([.,;:!?])/g, "$1")
      .trim(),
    own: own.slice(from, to).replace(/\s+/g, " ").trim(),
    cards: [...text.slice(from, to).matchAll(citation)].flatMap((match) => match[1] ?? []),
  }));
}

/** Keeps every place in the text where it is. */
function blank(text: string, pattern: RegExp, filler: string): string {
  return text.replace(pattern, (found) => filler.repeat(found.length));
}

function spansOf(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = spans.at(-1);
    if (last && abbreviation.test(text.slice(...last))) last[1] = index + segment.length;
    else spans.push([index, index + segment.length]);
  }
  return spans;
}
