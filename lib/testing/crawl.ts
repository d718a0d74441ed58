import type { Answer, Server } from "./servers";

export type Seen = Map<string, Answer>;

/**
 * Follows every link of a site from some addresses on, as one reader: of pages, feeds, the sitemap and redirects. Of
 * what is a reader's own (`/me`, `/staff`, `/auth`), and of the form for notices, each page is opened once, whatever it is about.
 */
export async function crawl(server: Server, starts: string[], cookies: Record<string, string> = {}): Promise<Seen> {
  const seen: Seen = new Map();
  const asked = new Set<string>();
  const waiting: string[] = [];
  const meet = (path: string) => {
    const once = isOwn(path) || isNotice(path) ? path.replace(/\d+/g, "0") : path;
    if (asked.has(once)) return;
    asked.add(once);
    waiting.push(path);
  };
  starts.forEach(meet);
  const visit = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const answer = await server.ask(path, { cookies });
      seen.set(path, answer);
      for (const link of linksIn(answer)) {
        const found = localPath(server, path, link);
        if (found) meet(found);
      }
    }
  };
  // Some at a time; again as long as the last of them found something new.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 6 }, visit));
  return seen;
}

function linksIn({ headers, body }: Answer): string[] {
  const attributes = [...body.matchAll(/ (?:href|action|src)="([^"]*)"/g)].map(([, link = ""]) => link);
  const inSitemap = [...body.matchAll(/<(?:loc|id|uri)>([^<]*)</g)].map(([, link = ""]) => link);
  const named = [...body.matchAll(/^Sitemap: (\S+)/gm)].map(([, link = ""]) => link);
  return [...attributes, ...inSitemap, ...named, headers.location ?? ""].map((link) => link.replaceAll("&amp;", "&"));
}

function localPath(server: Server, from: string, link: string): string | null {
  const url = link ? URL.parse(link, server.origin + from) : null;
  if (!url || url.origin !== server.origin || url.pathname.startsWith("/_next/static/")) return null;
  return isOwn(url.pathname) ? url.pathname : url.pathname + url.search;
}

/** The form for notices, filled in with an address. */
function isNotice(path: string): boolean {
  return path.startsWith("/report?");
}

function isOwn(path: string): boolean {
  return /^\/(me|staff|auth|api)(\/|$)/.test(path);
}
