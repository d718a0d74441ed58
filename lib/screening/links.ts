import { readPlainly, type PlainText } from "@/lib/platform/markdown";

/** A way out of this site: the host, and the address as a browser would ask for it. */
export type Link = { host: string; address: string };

/** Endings that make a host's name out of two words with a dot between them. */
const endings = new Set(
  (
    "com org net info biz co io app dev ai xyz shop store online site website clinic blog gov edu int eu uk ie de fr nl " +
    "ch se dk fi pl cz sk hu ro gr pt ru ua tr il cn jp kr tw hk sg nz za au br mx ar cl ca tv cc ly gl gd gg"
  ).split(" "),
);
/** These, and other endings of two letters, are words of daily talk. People forget the space after a full stop, so they count only before a slash. */
const wordEndings = new Set("life live health care top link click page news pro email spa club".split(" "));
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
/** Other ways to write a dot, so that it is not taken for one. */
const dots = /[。｡．]|\s?[[({]\s?(?:\.|dot)\s?[\])}]\s?/giu;
const between = /[\s<>()[\]{}"“”„'‘’`|,;!*\\]+/u;
const atEnds = /^[.\-_/:~]+|[.\-_:?~]+$/gu;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/**
 * Where a Markdown text leads out of this site: by links that are shown as such, and by names of hosts and mail
 * addresses that stand in it bare.
 * @param source Markdown as typed
 * @param siteUrl this site's own address, which is no way out
 * @param plain the text read plainly, where somebody has that already
 */
export function linksOf(source: string, siteUrl: string, plain: PlainText = readPlainly(source)): Link[] {
  const { words, targets } = plain;
  const found = new Map<string, Link>();
  const add = (link: Link | null) => {
    if (link && link.host !== new URL(siteUrl).hostname) found.set(link.address, link);
  };
  for (const target of targets) add(linkTo(target, siteUrl));
  for (const text of [words, source]) {
    for (const part of straightened(text).split(between)) for (const link of bareLinks(part)) add(link);
  }
  return [...found.values()];
}

/** Whether a host is on the list, or stands under one that is. */
export function isAllowed(host: string, allowed: readonly string[]): boolean {
  return allowed.some((each) => host === each || host.endsWith(`.${each}`));
}

/** The name of a host as the list keeps it, from a name or an address; null for what is none. */
export function hostOf(typed: string): string | null {
  const name = straightened(typed).trim();
  const host = linkTo(name.includes("://") ? name : `http://${name}`)?.host.replace(/^www\./, "") ?? "";
  const labels = host.split(".");
  return labels.length > 1 && labels.every((each) => label.test(each)) && !/^[\d.]+$/.test(host) ? host : null;
}

function straightened(text: string): string {
  return text.replace(unseen, "").normalize("NFKC").replace(dots, ".");
}

/** What a browser makes of a link: `//host`, `/\host` and a user's name before an `@` included. */
function linkTo(target: string, siteUrl?: string): Link | null {
  if (!URL.canParse(target, siteUrl)) return null;
  const { protocol, hostname, port, pathname, search } = new URL(target, siteUrl);
  if (protocol === "mailto:") return mailTo(pathname);
  const host = hostname.replace(/\.$/, "");
  return host ? { host, address: `${host}${port && `:${port}`}${pathname}${search}` } : null;
}

function mailTo(address: string): Link | null {
  const link = linkTo(`http://${address.slice(address.lastIndexOf("@") + 1)}`);
  return link && { host: link.host, address: `mailto:${address.toLowerCase()}` };
}

/** What stands behind each `://` of a word, whatever stands before it; without one, the word itself. */
function bareLinks(word: string): (Link | null)[] {
  const [first = "", ...schemed] = word.split("://").map((part) => part.replace(atEnds, ""));
  return schemed.length > 0 ? schemed.map((part) => named(part, true)) : [named(first, false)];
}

function named(part: string, schemed: boolean): Link | null {
  const [name = ""] = part.split(/[/?#:]/, 1);
  const host = name.slice(name.lastIndexOf("@") + 1);
  const labels = host.split(".");
  if (labels.length < 2 || !labels.every((each) => label.test(each))) return null;
  if (schemed) return linkTo(`http://${part}`);
  const ending = labels.at(-1)?.toLowerCase() ?? "";
  if (!/^(\p{L}{2,}|xn--\S+)$/u.test(ending)) return null;
  if (name !== host) return mailTo(name);
  const beforeSlash = part[host.length] === "/" && (ending.length === 2 || wordEndings.has(ending));
  return beforeSlash || endings.has(ending) || labels[0]?.toLowerCase() === "www" ? linkTo(`http://${part}`) : null;
}
