import type { Answer, Server } from "./servers";

type Cookies = Record<string, string>;
type Sent = { path: string; cookies: Cookies; fields: Record<string, string> };

/** What a browser without JavaScript sends of the form for a comment, but for what is typed. */
export function commentFormOf(page: string): Record<string, string> {
  const form = page.match(/<form\b[^>]*>(?:(?!<\/form>).)*<textarea[^>]* name="body"(?:(?!<\/form>).)*/s)?.[0];
  if (!form) throw new Error("There is no form for a comment on this page.");
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => input);
  return Object.fromEntries(hidden.map((input) => [attribute(input, "name"), attribute(input, "value")]));
}

function attribute(tag: string, name: string): string {
  const given = tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "";
  return given
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");
}

/** Sends a form as a browser of this site does. */
export async function sendForm(server: Server, { path, cookies, fields }: Sent): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const encoded = new Response(form);
  return server.ask(path, {
    method: "POST",
    cookies,
    headers: { "content-type": encoded.headers.get("content-type") ?? "", origin: server.origin },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
}

export type Commented = { path: string; position: number; cookies: Cookies };

/**
 * Posts a comment by the form of a page that was opened before.
 * @returns where the answer leads, and the reader's cookies after it
 */
export async function sendComment(
  server: Server,
  { path, cookies, form, body }: { path: string; cookies: Cookies; form: Record<string, string>; body: string },
): Promise<Commented> {
  const answer = await sendForm(server, { path, cookies, fields: { ...form, body, replyTo: "" } });
  const [to = "", position] = (answer.headers.location ?? "").split("#comment-");
  if (answer.status !== 303 || !position) throw new Error(`The comment was not posted: ${answer.status} ${to}`);
  return { path: to, position: Number(position), cookies: { ...cookies, ...cookiesSetBy(answer) } };
}

function cookiesSetBy({ headers }: Answer): Cookies {
  const pairs = (headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "");
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}
