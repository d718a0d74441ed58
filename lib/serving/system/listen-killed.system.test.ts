import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { postComment } from "@/lib/comments/post-comment";
import { actorOf } from "@/lib/testing/actors";
import { asOperator, type Operator } from "@/lib/testing/backends";
import { aMember, aPost, aWord } from "@/lib/testing/factories";
import { startServer, type Server } from "@/lib/testing/servers";

let server: Server;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const isOpen = async () => (await server.metric("unknot_page_cache_open")) === 1;
const renders = () => server.metric("unknot_renders_total");

async function aKeptThread() {
  const author = actorOf(await aMember());
  const { id, slug } = await aPost();
  const path = `/posts/${id}/${slug}`;
  const shows = async (words: string) => (await server.ask(path)).body.includes(words);
  const write = async () => {
    const body = aWord();
    await postComment(author, { thread: id, replyTo: null, body, key: "" });
    return `<p>${body}</p>`;
  };
  expect(await shows(slug)).toBe(true);
  const before = await renders();
  await shows(slug);
  expect(await renders()).toBe(before);
  return { shows, write };
}

async function endListener(operator: Operator): Promise<void> {
  await expect.poll(operator.listeners).toHaveLength(1);
  await operator.end(await operator.listeners());
}

it("serves no page from before once the connection is killed, and keeps none until it is back", async () => {
  const thread = await aKeptThread();
  // The pool of this test stays connected, so a write can happen that the server cannot hear of.
  await db.execute("SELECT 1");
  await asOperator(async (operator) => {
    try {
      await operator.let("nobody in");
      await endListener(operator);
      await expect.poll(isOpen, { interval: 5, timeout: 2000 }).toBe(false);
      for (let n = 0; n < 5; n += 1) {
        const written = await thread.write();
        const before = await renders();
        expect(await thread.shows(written)).toBe(true);
        expect(await renders()).toBe(before + 1);
      }
    } finally {
      await operator.let("everybody in");
    }
  });
  const last = await thread.write();
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(true);
  expect(await thread.shows(last)).toBe(true);
  const before = await renders();
  expect(await thread.shows(last)).toBe(true);
  expect(await renders()).toBe(before);
});

it("has every comment of a time in which the connection dies again and again", async () => {
  const thread = await aKeptThread();
  await asOperator(async (operator) => {
    // No more than one page of comments.
    for (let n = 0; n < 20; n += 1) {
      await endListener(operator);
      const written = await thread.write();
      // The news that the connection is gone has to cross a socket.
      await expect.poll(() => thread.shows(written), { interval: 2, timeout: 500 }).toBe(true);
      await expect.poll(isOpen, { interval: 10, timeout: 5000 }).toBe(true);
      for (let again = 0; again < 3; again += 1) expect(await thread.shows(written)).toBe(true);
    }
  });
});

it("finds out by itself that the connection has died without a word", async () => {
  const thread = await aKeptThread();
  const [listener] = await asOperator((operator) => operator.listeners());
  if (!listener) throw new Error("nobody listens");
  process.kill(listener, "SIGSTOP");
  try {
    const written = await thread.write();
    await expect.poll(isOpen, { timeout: 12_000 }).toBe(false);
    expect(await thread.shows(written)).toBe(true);
    await expect.poll(isOpen, { timeout: 12_000 }).toBe(true);
    expect(await thread.shows(written)).toBe(true);
  } finally {
    process.kill(listener, "SIGCONT");
  }
});
