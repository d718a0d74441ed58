import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, notices } from "@/db/schema";
import { sha256 } from "@/lib/platform/ids";
import { aThread, aWord } from "@/lib/testing/factories";
import { aNotice } from "@/lib/testing/notices";
import { refusalOf } from "@/lib/testing/refusals";
import { aCase } from "@/lib/testing/reports";
import { letPass, usesOf, waitingJobs } from "@/lib/testing/rows";
import { listNotices } from "./queries-notices";
import { isReference } from "./schema";
import { sendNotice, type NewNotice } from "./send-notice";

const send = (input: NewNotice, { network = aWord() } = {}) => sendNotice(null, input, network);
const casesOf = (threadId: number) => db.select().from(cases).where(eq(cases.threadId, threadId));
const noticeOf = async (reference: string) => {
  const [row] = await db.select().from(notices).where(eq(notices.reference, reference));
  if (!row) throw new Error("the notice is not there");
  return row;
};

describe("a form that is sent twice", () => {
  it.each([1, 2, 5])("is one notice with one receipt, %i more at once too", async (more) => {
    const thread = await aThread();
    const network = aWord();
    const input = aNotice(`/posts/${thread.id}`, { key: aWord() });
    const again = () => send(input, { network });
    const sent = await Promise.all([again(), ...Array.from({ length: more }, again)]);
    sent.push(await again());
    expect(new Set(sent.map(({ reference }) => reference)).size).toBe(1);
    const [opened, ...others] = await casesOf(thread.id);
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ reportCount: 1, version: 1 });
    const { id } = await noticeOf(sent[0]?.reference ?? "");
    const receipts = (await waitingJobs()).filter(({ payload }) => payload.noticeId === id);
    expect(receipts).toHaveLength(1);
    expect(await usesOf(`notice:net:${sha256(`net:${network}`)}`)).toBe(1);
  });

  it("with other words is another notice", async () => {
    const thread = await aThread();
    const key = aWord();
    const one = await send(aNotice(`/posts/${thread.id}`, { key, email: "a@example.org" }));
    const two = await send(aNotice(`/posts/${thread.id}`, { key, why: "And this is another thing that it does." }));
    expect(two.reference).not.toBe(one.reference);
  });
});

describe("notices at once", () => {
  it("about one thing are one case", async () => {
    const thread = await aThread();
    await Promise.all(Array.from({ length: 8 }, () => send(aNotice(`/posts/${thread.id}`))));
    const [opened, ...others] = await casesOf(thread.id);
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ reportCount: 8 });
    expect(await listNotices(Number(opened?.id))).toHaveLength(8);
  });
});

describe("rates", () => {
  let paths: string[] = [];
  beforeEach(async () => {
    const thread = await aThread();
    paths = Array.from({ length: 11 }, () => `/posts/${thread.id}`);
  });

  it("are 5 an hour for a network, whoever sends", async () => {
    const network = aWord();
    const one = (path: string) => send(aNotice(path), { network });
    for (const path of paths.slice(0, 5)) await one(path);
    expect(await refusalOf(one(paths[5] ?? ""))).toMatchObject({ code: "rate_limited" });
    // Nothing is found out by trying either.
    expect(await refusalOf(one("/posts/987654321"))).toMatchObject({ code: "rate_limited" });
    await letPass(`notice:net:${sha256(`net:${network}`)}`);
    expect(isReference((await one(paths[6] ?? "")).reference)).toBe(true);
  });

  it("are 10 a day for an e-mail address, however it is written", async () => {
    const mail = aWord();
    const one = (path: string, email: string) => send(aNotice(path, { email }));
    for (const path of paths.slice(0, 10)) await one(path, `${mail}@example.org`);
    expect(await refusalOf(one(paths[10] ?? "", `${mail.toUpperCase()}@EXAMPLE.org`))).toMatchObject({
      code: "rate_limited",
    });
    expect(isReference((await one(paths[10] ?? "", `${mail}.other@example.org`)).reference)).toBe(true);
  });

  it("do not count what was refused", async () => {
    const network = aWord();
    for (let n = 0; n < 6; n += 1) await refusalOf(send(aNotice("/posts/987654321"), { network }));
    expect(await usesOf(`notice:net:${sha256(`net:${network}`)}`)).toBe(0);
  });
});

describe("the table of notices", () => {
  const insert = (given: Partial<typeof notices.$inferInsert>) => async () => {
    const { id: caseId } = await aCase({ thread: await aThread() });
    const values = { reference: aWord(), caseId, address: "/posts/1", why: "It is against the law, I believe." };
    await db.insert(notices).values({ ...values, name: "Ana", email: "ana@example.org", ...given });
  };
  const erasedAt = sql<Date>`now()` as unknown as Date;

  it.each([
    ["without a name", { name: null }],
    ["without an address", { email: null }],
    ["without both", { name: null, email: null }],
    ["with a sender who was erased", { erasedAt }],
    ["with half a sender who was erased", { erasedAt, name: null }],
    ["of too few words", { why: "It is." }],
  ])("refuses one %s", async (_what, given) => {
    await expect(insert(given)()).rejects.toThrow();
  });

  it.each([
    ["whole", {}],
    ["about a child, without a sender", { childAbuse: true, name: null, email: null }],
    ["about a child, with an address alone", { childAbuse: true, name: null }],
    ["whose sender was erased", { erasedAt, name: null, email: null }],
  ])("takes one that is %s", async (_what, given) => {
    await expect(insert(given)()).resolves.toBeUndefined();
  });
});
