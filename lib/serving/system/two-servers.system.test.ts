import { afterAll, beforeAll, expect, it } from "vitest";
import { asOperator } from "@/lib/testing/backends";
import { aPost, aWord } from "@/lib/testing/factories";
import { commentFormOf, sendComment } from "@/lib/testing/no-script-forms";
import { startServer, type Answer, type Server } from "@/lib/testing/servers";
import { manySignedIn, type SignedIn } from "@/lib/testing/signed-in";

const threads = 100;
const authorsEach = 5;
const rounds = threads * authorsEach;
/** Threads that people write in at the same time, so that rounds meet in the servers. */
const lanes = 6;
/** Announcements take milliseconds; a reader may see the page from before for this long. */
const heardMs = 1000;

let one: Server;
let other: Server;

beforeAll(async () => {
  [one, other] = await Promise.all([startServer(), startServer()]);
});
afterAll(() => Promise.all([one, other].map((server) => server?.stop())));

type Open = { path: string; author: SignedIn; form: Record<string, string> };

async function open(path: string, author: SignedIn): Promise<Open> {
  const page = await one.ask(path, { cookies: author.cookies });
  return { path, author, form: commentFormOf(page.body) };
}

/** One comment through the first server. @returns what its author, then a visitor, sees through the other one */
async function write({ path, author, form }: Open) {
  const body = aWord();
  const posted = await sendComment(one, { path, cookies: author.cookies, form, body });
  const postedAt = Date.now();
  const has = ({ body: page }: Answer) =>
    page.includes(`id="comment-${posted.position}"`) && page.includes(`<p>${body}</p>`);
  const own = await other.ask(posted.path, { cookies: posted.cookies });
  let seen = false;
  do seen = has(await other.ask(posted.path));
  while (!seen && Date.now() - postedAt < heardMs);
  return { author: has(own), visitor: seen };
}

/** Everybody opens the thread, then one writes after the other. */
async function conversation(authors: SignedIn[]) {
  const { id, slug } = await aPost();
  const opened = await Promise.all(authors.map((author) => open(`/posts/${id}/${slug}`, author)));
  const seen: Awaited<ReturnType<typeof write>>[] = [];
  for (const page of opened) seen.push(await write(page));
  return seen;
}

it("shows a comment in the author's very next page from the other server, 500 times of 500, and soon to everybody", async () => {
  const people = await manySignedIn(rounds);
  const seen: Awaited<ReturnType<typeof write>>[] = [];
  const lane = async () => {
    while (people.length > 0) seen.push(...(await conversation(people.splice(0, authorsEach))));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  expect(seen).toHaveLength(rounds);
  expect(seen.filter(({ author }) => author)).toHaveLength(rounds);
  expect(seen.filter(({ visitor }) => visitor)).toHaveLength(rounds);
}, 300_000);

it("shows it to the author also while no server hears of it", async () => {
  const [author, reader] = await manySignedIn(2);
  if (!author || !reader) throw new Error("two members are needed");
  const { id, slug } = await aPost();
  const opened = await open(`/posts/${id}/${slug}`, author);
  const { path } = opened;
  const body = aWord();
  const seenBy = async (server: Server, cookies: Record<string, string>) =>
    (await server.ask(path, { cookies })).body.includes(`<p>${body}</p>`);
  expect(await seenBy(other, reader.cookies)).toBe(false);
  const listeners = await asOperator((operator) => operator.listeners());
  expect(listeners).toHaveLength(2);
  for (const pid of listeners) process.kill(pid, "SIGSTOP");
  try {
    const posted = await sendComment(one, { path, cookies: author.cookies, form: opened.form, body });
    for (const server of [other, one, other]) expect(await seenBy(server, posted.cookies)).toBe(true);
  } finally {
    for (const pid of listeners) process.kill(pid, "SIGCONT");
  }
  await expect.poll(() => seenBy(other, reader.cookies)).toBe(true);
});
