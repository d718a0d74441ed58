import { pageOfPosition } from "./pagination";

/** Letters that Unicode does not take apart into a letter and a mark. */
const unmarked: Record<string, string> = { ß: "ss", ł: "l", ø: "o", æ: "ae", đ: "d", œ: "oe" };

/** Small letters without accents: what two spellings of one word have in common. Look-alikes in width or style are folded too. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßłøæđœ]/g, (letter) => unmarked[letter] ?? "");
}

/** The words of a title for an address: lower case, without accents, at most 60 characters. */
export function slugOf(title: string): string {
  const words = plainLetters(title).replace(/[^a-z0-9]+/g, "-");
  const cut = words.slice(0, 60).replace(/^-+|-+$/g, "");
  return cut || "thread";
}

export type Addressed = { id: number; kind: string; slug: string };

/** The address of a thread, whatever it is. */
export function threadPath(thread: Addressed): string {
  if (thread.kind === "article") return `/articles/${thread.slug}`;
  if (thread.kind === "testimonial") return `/what-helped/${thread.id}/${thread.slug}`;
  return `/posts/${thread.id}/${thread.slug}`;
}

/** The address of a comment: the page it stands on, and its place there. */
export function commentPath(thread: Addressed, position: number): string {
  const page = pageOfPosition(position);
  return `${threadPath(thread)}${page > 1 ? `?page=${page}` : ""}#comment-${position}`;
}

/** A path of this site to go back to, or the fallback: never another host. */
export function localPath(value: unknown, fallback: string): string {
  if (typeof value !== "string" || value.length > 500) return fallback;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(value) || value.includes("\\")) return fallback;
  return value;
}

/** Whether a handle was made for one testimonial. It has no page of its own; the database keeps the prefix for these. */
export function isPersona(handle: string): boolean {
  return handle.startsWith("someone_");
}
