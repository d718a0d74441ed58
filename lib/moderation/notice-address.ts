/** What an address of this site leads to; `comment` is 0 for the thread itself. */
export type Place =
  | { kind: "thread"; id: number; comment: number; path: string }
  | { kind: "article"; slug: string; comment: number; path: string }
  | { kind: "member"; handle: string; path: string };

export type NoPlace = { kind: "elsewhere" } | { kind: "no_content" };

const thread = /^\/(posts|what-helped)\/([1-9]\d{0,14})(?:\/[^/]*)?\/?$/;
const article = /^\/articles\/([a-z0-9-]{1,100})\/?$/;
const member = /^\/members\/([a-z0-9_]{3,24})\/?$/i;

/**
 * Reads an address as people copy or type it: whole, without its `https://`, or from the first stroke on.
 * @param site the address of this community; another host's is `elsewhere`
 * @returns the place with a `path` of our own spelling, so that nothing else that was typed goes on from here
 */
export function placeOf(typed: string, site: URL): Place | NoPlace {
  const url = URL.parse(/^(\/|https?:)/i.test(typed) ? typed : `https://${typed}`, site);
  if (!url || url.host !== site.host || !/^https?:$/.test(url.protocol)) return { kind: "elsewhere" };
  const comment = commentIn(url);
  const part = comment ? `#comment-${comment}` : "";
  const [, area, id] = url.pathname.match(thread) ?? [];
  if (area && id) return { kind: "thread", id: Number(id), comment, path: `/${area}/${id}${part}` };
  const slug = url.pathname.match(article)?.[1];
  if (slug) return { kind: "article", slug, comment, path: `/articles/${slug}${part}` };
  const handle = url.pathname.match(member)?.[1]?.toLowerCase();
  return handle ? { kind: "member", handle, path: `/members/${handle}` } : { kind: "no_content" };
}

function commentIn({ hash, searchParams }: URL): number {
  const number = hash.match(/^#comment-(\d{1,6})$/)?.[1] ?? searchParams.get("comment") ?? "";
  return /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0;
}
