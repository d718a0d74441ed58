import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { run, type Outcome, type Shot } from "./load";
import { sessionOf } from "./scale";

type Writing = {
  /** The server's address, which is also the origin that its forms come from. */
  site: string;
  /** The path of a page with the form. */
  page: string;
  threads: number[];
  concurrency: number;
};

const words =
  "It eased the tightness behind my left eye for *about two hours*, and then the attack came back as before.";

/**
 * Posts comments as a browser without JavaScript does. Each is another member's, because one member has to wait between
 * two. The answer comes after the commit, so its time is that of the whole write.
 * @param writers the numbers of members who have not written yet
 * @throws Error when the database does not hold all of them afterwards
 */
export async function postComments(pool: Sql, writers: number[], writing: Writing): Promise<Outcome> {
  const hidden = await readForm(new URL(writing.page, writing.site));
  const shots = await Promise.all(writers.map((writer, n) => asPosted(hidden, writing, { writer, turn: n })));
  const before = await countComments(pool);
  const outcome = await run({
    origin: writing.site,
    requests: shots.length,
    concurrency: writing.concurrency,
    shot: (n) => shots[n] as Shot,
    status: 303,
  });
  const written = (await countComments(pool)) - before;
  if (written !== shots.length) throw new Error(`${shots.length} comments were answered and ${written} are there.`);
  return outcome;
}

/** The hidden fields of the form that writes a comment: the action's own, the thread and the form's key. */
async function readForm(page: URL): Promise<Map<string, string>> {
  const html = await (await fetch(page)).text();
  const form = html.split("<form").find((part) => part.split("</form>")[0]?.includes('name="body"'));
  if (!form) throw new Error(`${page} has no form for comments`);
  const inputs = form.split("</form>")[0]?.match(/<input[^>]+type="hidden"[^>]*>/g) ?? [];
  return new Map(inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]));
}

function attribute(tag: string, name: string): string {
  const value = tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "";
  const named: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };
  return value.replace(/&(#?\w+);/g, (whole, entity: string) => named[entity] ?? whole);
}

async function asPosted(
  hidden: Map<string, string>,
  { site, page, threads }: Writing,
  { writer, turn }: { writer: number; turn: number },
): Promise<Shot> {
  const form = new FormData();
  const own = { thread: String(threads[turn % threads.length]), key: randomBytes(16).toString("base64url") };
  for (const [name, value] of Object.entries({ ...Object.fromEntries(hidden), ...own })) form.append(name, value);
  form.append("body", words);
  form.append("replyTo", "");
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = {
    "content-type": encoded.headers.get("content-type") ?? "",
    cookie: `unknot-session=${sessionOf(writer)}`,
    origin: new URL(site).origin,
    accept: "text/html",
    "accept-encoding": "gzip",
  };
  return { path: page, headers, body };
}

async function countComments(pool: Sql): Promise<number> {
  const [row] = await pool<{ count: number }[]>`SELECT count(*)::int FROM comments`;
  return row?.count ?? 0;
}
