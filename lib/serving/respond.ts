import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Captured } from "./capture";
import { contentSecurityPolicy, securityHeaders } from "./headers";
import type { Page } from "./page-cache";
import { keptTextsPage, plainPage } from "./plain-pages";
import { cookiesOf, themeOf } from "./reader";
import { freshWord, inertValues, type SlotValues } from "./slots";
import { fillGzip, fillPlain, splitAtSlots } from "./template";

const compress = promisify(gzip);

/** How this site answers: what every response of one process carries besides its page. */
export type Manner = { development: boolean; common: Record<string, string> };

export function mannerOf({ development, secure }: { development: boolean; secure: string | null }): Manner {
  return { development, common: { ...securityHeaders, ...(secure ? { "strict-transport-security": secure } : {}) } };
}

export function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers["accept-encoding"] ?? ""));
}

type Asked = { response: ServerResponse; manner: Manner; gzip: boolean };

/** Sends a shared page to one reader. */
export function sendPage(
  { response, manner, gzip: zip, set }: Asked & { set: string[] },
  page: Page,
  values: SlotValues,
): void {
  const inert = inertValues(values);
  const zipped = page.template.deflated !== null && zip;
  const body = zipped ? fillGzip(page.template, inert) : fillPlain(page.template, inert);
  response.writeHead(page.status, {
    ...manner.common,
    "content-type": page.contentType,
    "content-security-policy": contentSecurityPolicy(inert.nonce, manner.development),
    // Kept by nobody on the way; a browser's back button may show it again.
    "cache-control": "private, no-cache",
    vary: "cookie, accept-encoding",
    ...(zipped ? { "content-encoding": "gzip" } : {}),
    ...(set.length > 0 ? { "set-cookie": set } : {}),
    "content-length": body.length,
  });
  response.end(body);
}

/** Sends what Next made for one reader only. */
export async function sendOwn(
  { response, manner, gzip: zip }: Asked,
  captured: Captured,
  values: SlotValues,
  extra: OutgoingHttpHeaders,
): Promise<void> {
  const inert = inertValues(values);
  const filled = fillPlain(splitAtSlots(captured.body), inert);
  const zipped = filled.length > 1000 && zip;
  const body = zipped ? await compress(filled, { level: 4 }) : filled;
  const { etag: _etag, link: _link, "content-length": _length, ...headers } = captured.headers;
  response.writeHead(captured.status, {
    ...headers,
    ...manner.common,
    "content-security-policy": contentSecurityPolicy(inert.nonce, manner.development),
    "cache-control": "private, no-store",
    vary: "cookie, accept-encoding",
    ...(zipped ? { "content-encoding": "gzip" } : {}),
    "content-length": body.length,
    ...extra,
  });
  response.end(body);
}

/** Sends a page that needs nothing else of ours. */
export function sendPlain(
  response: ServerResponse,
  manner: Manner,
  status: number,
  extra: OutgoingHttpHeaders = {},
): void {
  if (response.headersSent) return void response.destroy();
  const nonce = freshWord();
  const again = status === 503 ? { "retry-after": "20" } : {};
  response.writeHead(status, { ...plainHeaders(manner, nonce), ...again, ...extra });
  response.end(plainPage(status, nonce, themeFor(response)));
}

/** Gives back what was typed into a form that could not be taken and whose page cannot show it. */
export function sendKeptTexts(response: ServerResponse, manner: Manner, status: number, texts: string[]): void {
  const nonce = freshWord();
  response.writeHead(status, plainHeaders(manner, nonce));
  response.end(keptTextsPage(status, texts, nonce, themeFor(response)));
}

/** The theme of whoever asked. */
function themeFor({ req }: ServerResponse): string {
  return themeOf(cookiesOf(req.headers.cookie).get("theme"));
}

function plainHeaders(manner: Manner, nonce: string): OutgoingHttpHeaders {
  return {
    ...manner.common,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy(nonce, false),
    "cache-control": "no-store",
  };
}

/** Sends a few words to whoever runs this. */
export function sendText(response: ServerResponse, manner: Manner, status: number, text: string): void {
  response.writeHead(status, {
    ...manner.common,
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(text);
}
