import { request as httpRequest, type ClientRequest } from "node:http";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { members, sessions } from "@/db/schema";
import { postComment } from "@/lib/comments/post-comment";
import { noteReading } from "@/lib/notifications/note-reading";
import { actorOf } from "@/lib/testing/actors";
import { asOperator } from "@/lib/testing/backends";
import { aMember, aPost } from "@/lib/testing/factories";
import { startServer, type Server } from "@/lib/testing/servers";
import { manySignedIn, signedIn, type SignedIn } from "@/lib/testing/signed-in";

let server: Server;

beforeAll(async () => {
  server = await startServer({ WORKER: "on" });
});
afterAll(() => server?.stop());

const soon = { interval: 50, timeout: 30_000 };

type Stream = { told: string; ended: boolean; status: number; cache: unknown; request: ClientRequest };

/** Opens a page's stream and keeps what comes. */
async function open({ cookies }: { cookies: Record<string, string> }): Promise<Stream> {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
  const request = httpRequest(`${server.origin}/api/live`, { headers: { cookie }, agent: false });
  const stream: Stream = { told: "", ended: false, status: 0, cache: null, request };
  request.on("error", () => {});
  request.on("response", (response) => {
    stream.status = response.statusCode ?? 0;
    stream.cache = response.headers["cache-control"];
    response.setEncoding("utf8").on("data", (text: string) => (stream.told += text));
    response.on("close", () => (stream.ended = true));
  });
  request.end();
  await once(request, "response");
  return stream;
}

const last = ({ told }: Stream) => Number(/"count":(\d+)\}\s*$/.exec(told)?.[1] ?? -1);

it("tells 200 open pages of a comment over one connection that listens, and one of them that it was read", async () => {
  const people = await manySignedIn(200);
  const ids = await memberIds(people);
  const thread = await aPost();
  const list = `{${ids.join(",")}}`;
  await db.execute(
    `INSERT INTO follows (follower_id, thread_id, level) SELECT unnest('${list}'::bigint[]), ${thread.id}, 'watch'`,
  );
  const streams = await Promise.all(people.map(open));
  expect(new Set(streams.map(({ status, cache }) => `${status} ${String(cache)}`))).toEqual(
    new Set(["200 private, no-store"]),
  );
  await expect.poll(() => server.metric("unknot_count_readers"), soon).toBe(200);
  await expect.poll(() => streams.every((stream) => last(stream) === 0), soon).toBe(true);
  expect(await asOperator((operator) => operator.listeners())).toHaveLength(1);

  const words = { thread: thread.id, replyTo: null, body: "Two weeks.", key: "" };
  await postComment(actorOf(await aMember()), words);
  await expect.poll(() => streams.filter((stream) => last(stream) === 1).length, soon).toBe(200);
  expect(await asOperator((operator) => operator.listeners())).toHaveLength(1);

  await noteReading({ memberId: ids[0] ?? 0, threadId: thread.id });
  await expect.poll(() => streams.filter((stream) => last(stream) === 0).length, soon).toBe(1);
  for (const { request } of streams) request.destroy();
  await expect.poll(() => server.metric("unknot_count_readers"), soon).toBe(0);
});

it("tells nothing more once the session is over", async () => {
  const member = await aMember();
  const session = await signedIn(member.accountId);
  const stream = await open(session);
  const thread = await aPost({ author: member });
  await db.delete(sessions).where(eq(sessions.accountId, session.accountId));
  const words = { thread: thread.id, replyTo: null, body: "Not for who has left.", key: "" };
  await postComment(actorOf(await aMember()), words);
  await expect.poll(() => stream.ended, soon).toBe(true);
  expect(stream.told.match(/event: count/g)).toHaveLength(1);
});

it("opens for members alone", async () => {
  for (const cookies of [
    { theme: "dark" } as Record<string, string>,
    { "unknot-session": "not-a-session-of-anybody-at-all" },
  ]) {
    expect((await server.ask("/api/live", { cookies })).status).toBe(204);
  }
});

async function memberIds(people: SignedIn[]): Promise<number[]> {
  const rows = await db.select({ id: members.id, account: members.accountId }).from(members);
  const ids = new Map(rows.map(({ id, account }) => [account, id]));
  return people.map(({ accountId }) => ids.get(accountId) ?? 0);
}
