import { gunzipSync } from "node:zlib";
import { request } from "node:http";

/** What a browser that has nothing yet loads for a page; sizes in bytes as they travel. */
export type Weight = { html: number; javascript: number; requests: number };

/**
 * Weighs a page by what its HTML names: scripts, styles, what it preloads, icons and pictures.
 * @throws Error for a page without scripts, because none has none
 */
export async function weigh(page: URL): Promise<Weight> {
  const answer = await load(page);
  const parts = [...namedIn(answer.text)].map((address) => new URL(address, page));
  const scripts = parts.filter(({ pathname }) => pathname.endsWith(".js"));
  if (scripts.length === 0) throw new Error(`${page.pathname} names no script, so its weight would be none`);
  const sizes = await Promise.all(scripts.map(async (script) => (await load(script)).bytes));
  return {
    html: answer.bytes,
    javascript: sizes.reduce((sum, size) => sum + size, 0),
    requests: 1 + parts.length,
  };
}

function namedIn(html: string): Set<string> {
  const tags = html.match(/<(script|link|img)\b[^>]*>/g) ?? [];
  const loading = tags.filter((tag) => {
    // Browsers that know modules leave it.
    if (/\snomodule\b/i.test(tag)) return false;
    return !tag.startsWith("<link") || /\srel="(stylesheet|preload|icon|modulepreload)"/.test(tag);
  });
  // Scripts that wait for the first paint stand in a list.
  const late = JSON.parse(html.match(/for\(const s of (\["[^\]]*\])/)?.[1] ?? "[]") as string[];
  const addresses = loading.flatMap((tag) => tag.match(/\s(?:src|href)="([^"]+)"/)?.[1] ?? []);
  return new Set(
    [...addresses, ...late].map((address) => address.replaceAll("&amp;", "&")).filter((address) => address[0] === "/"),
  );
}

/** Node's own `fetch` hides how many bytes travelled. */
function load(url: URL): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { "accept-encoding": "gzip" }, timeout: 15_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject).once("end", () => {
        const body = Buffer.concat(chunks);
        if (response.statusCode !== 200) return reject(new Error(`${url.pathname} answered ${response.statusCode}`));
        const zipped = response.headers["content-encoding"] === "gzip";
        resolve({ bytes: body.length, text: (zipped ? gunzipSync(body) : body).toString("utf8") });
      });
    });
    sent.once("timeout", () => sent.destroy(new Error(`${url.pathname} was not answered`)));
    sent.once("error", reject).end();
  });
}
