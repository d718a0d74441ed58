import { afterAll, beforeAll, expect, it } from "vitest";
import { threadPath } from "@/lib/platform/urls";
import { aBlock, aComment, aMember, aMute, aPost, type Member } from "@/lib/testing/factories";
import { commentFormOf, sendForm } from "@/lib/testing/no-script-forms";
import { startServer, type Answer, type Server } from "@/lib/testing/servers";
import { signedIn, type SignedIn } from "@/lib/testing/signed-in";

let server: Server;
let path: string;
let id: number;
let blocked: Member;
let blockerId: number;
let blocker: SignedIn;
let other: SignedIn;
let muter: SignedIn;

beforeAll(async () => {
  const [reader, third, author] = [await aMember(), await aMember(), await aMember()];
  blocked = await aMember();
  blockerId = reader.id;
  const thread = await aPost({ author });
  const sentence = "What people said to me, and what I would say now that it was a calm evening. ";
  await aComment({ thread, author: blocked });
  await aComment({ thread, author: third, body: "They offered bótox." });
  for (let n = 3; n <= 20; n += 1) await aComment({ thread, author: third, body: sentence.repeat(8) });
  await aBlock({ by: reader, of: blocked });
  const muting = await aMember();
  for (let n = 1; n < 100; n += 1) await aMute({ by: muting, word: `needle${n}${n % 2 ? "*" : ""}` });
  await aMute({ by: muting, word: "botox" });
  [path, id] = [threadPath(thread), thread.id];
  blocker = await signedIn(reader.accountId);
  other = await signedIn(third.accountId);
  muter = await signedIn(muting.accountId);
  server = await startServer();
});
afterAll(() => server?.stop());

const styleOf = ({ body }: Answer) => body.match(/<style nonce="[\w-]{22}">([^<]*)/)?.[1] ?? "";
const leftOutIn = (answer: Answer) => styleOf(answer).match(/thread-row[^{]*:is\(([^{]*)\)\{display:none\}/)?.[1];
const read = ({ cookies }: { cookies: Record<string, string> }, at = path) => server.ask(at, { cookies });
const visitor = { cookies: {} };
const renders = () => server.metric("unknot_renders_total");

it("one kept page leaves out the comment of a blocked member for the blocker, and for nobody else", async () => {
  await read(other);
  const before = await renders();
  const [forBlocker, forOther] = [await read(blocker), await read(other)];
  expect(await renders()).toBe(before);
  expect(leftOutIn(forBlocker)).toBe(`[data-by=m${blocked.id}]`);
  expect(leftOutIn(forOther)).toBeUndefined();
  expect(leftOutIn(await read(visitor))).toBeUndefined();
  // The same page but for its slots: the comment stands in it, under the mark that the rule names.
  const markupOf = ({ body }: Answer) => body.slice(body.indexOf("<main"), body.indexOf("</main>"));
  const keyless = (answer: Answer) => markupOf(answer).replace(/ value="[\w-]{22}"/g, "");
  expect(keyless(forBlocker)).toBe(keyless(forOther));
  expect(markupOf(forBlocker)).toContain(`data-by="m${blocked.id}" data-place="c1"`);
});

it("the same page leaves out the comment with a muted word, and names no word", async () => {
  const answer = await read(muter);
  expect(leftOutIn(answer)).toBe("[data-place=c2]");
  expect(styleOf(answer)).not.toContain("needle");
  expect(answer.body).not.toContain("needle");
});

it("a page that answers a form without a script leaves out the same", async () => {
  for (const [reader, what] of [
    [blocker, `[data-by=m${blocked.id}]`],
    [muter, "[data-place=c2]"],
  ] as const) {
    const form = commentFormOf((await read(reader)).body);
    const fields = { ...form, body: "To somebody who is not here.", replyTo: "99" };
    const answer = await sendForm(server, { path, cookies: reader.cookies, fields });
    expect(answer.body).toContain("To somebody who is not here.");
    expect(leftOutIn(answer)).toBe(what);
  }
});

it("a member's own pages hide nothing", async () => {
  const answer = await read(blocker, "/me");
  expect(answer.status).toBe(200);
  expect(styleOf(answer)).toContain(`[data-by=m${blockerId}]`);
  expect(leftOutIn(answer)).toBeUndefined();
});

it("what a page asks for later leaves out the same", async () => {
  const positions = async (reader: { cookies: Record<string, string> }) =>
    (JSON.parse((await read(reader, `/api/threads/${id}/comments?after=0`)).body) as { position: number }[])
      .map(({ position }) => position)
      .slice(0, 3);
  expect(await positions(visitor)).toEqual([1, 2, 3]);
  expect(await positions(other)).toEqual([1, 2, 3]);
  expect(await positions(blocker)).toEqual([2, 3, 4]);
  expect(await positions(muter)).toEqual([1, 3, 4]);
});

it("a hundred muted words make the answer not many times slower than the same page without", async () => {
  const timed = async (reader: SignedIn) => {
    const from = performance.now();
    for (let n = 0; n < 20; n += 1) await read(reader);
    return (performance.now() - from) / 20;
  };
  await timed(muter);
  const rounds: { muted: number; plain: number }[] = [];
  for (let n = 0; n < 9; n += 1) rounds.push({ plain: await timed(other), muted: await timed(muter) });
  const ratios = rounds.map(({ plain, muted }) => muted / plain).sort((a, b) => a - b);
  expect(ratios[4]).toBeLessThan(6);
});
