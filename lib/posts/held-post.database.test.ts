import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import { eq } from "drizzle-orm";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aTechnique, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { codeOf, refusalOf } from "@/lib/testing/refusals";
import { aRestriction } from "@/lib/testing/restrictions";
import { eventsOf, letPass, threadRow, usesOf } from "@/lib/testing/rows";
import { anAllowedHost, askedAbout, aWatchedPhrase, codesAbout } from "@/lib/testing/screening";
import { startPost } from "./start-post";

const words = async (given: { title?: string; body?: string; key?: string; seen?: string } = {}) => ({
  kind: "question" as const,
  title: "Does this help on the day after?",
  body: "I had my first session yesterday and today is no better.",
  audience: "public" as const,
  key: "",
  technique: (await aTechnique()).slug,
  ...given,
});

/** Somebody at a form. */
const at = (member: Member) => actorOf(member, { paced: true });
const start = async (member: Member, given: Parameters<typeof words>[0] = {}) =>
  startPost(at(member), await words(given));
const aNewcomer = () => aMember({ joinedAt: daysAgo(1) });

/** A newcomer whose first thread stands. */
async function aWelcomed(): Promise<Member> {
  const member = await aNewcomer();
  await aThread({ author: member });
  return member;
}

describe("a newcomer's first thread", () => {
  it("waits: nobody sees it, no page changes, and moderators are asked", async () => {
    const member = await aNewcomer();
    let started = { id: 0, held: false };
    const tags = await purgedBy(async () => {
      started = await start(member);
    });
    expect(started.held).toBe(true);
    expect(tags).toEqual([]);
    const row = await threadRow(started.id);
    expect(row).toMatchObject({ visible: false });
    expect(row.heldAt).toBeInstanceOf(Date);
    expect(await eventsOf(started.id)).toEqual([{ kind: "post_held", actorId: member.id, detail: {} }]);
    const signs = [{ code: "first_thread", n: 1 }];
    expect(await askedAbout(started.id)).toMatchObject([
      { threadId: started.id, commentId: null, reason: "other", signs },
    ]);
  });

  it("is each one until one has been let through", async () => {
    const member = await aNewcomer();
    const first = await start(member);
    await letPass(`thread:${member.id}`);
    expect((await start(member)).held).toBe(true);
    await db.update(threads).set({ heldAt: null }).where(eq(threads.id, first.id));
    await letPass(`thread:${member.id}`);
    expect((await start(member)).held).toBe(false);
  });

  it.each([
    ["one after the other", async (send: () => Promise<{ id: number; held: boolean }>) => [await send(), await send()]],
    ["at once", async (send: () => Promise<{ id: number; held: boolean }>) => Promise.all([send(), send()])],
  ])("waits once for one form sent twice, %s", async (_how, twice) => {
    const member = await aNewcomer();
    const given = await words({ key: "the-form" });
    const [one, other] = await twice(() => startPost(at(member), given));
    expect(one).toMatchObject({ held: true });
    expect(other).toMatchObject({ id: one?.id, held: true });
    expect(await askedAbout(Number(one?.id))).toHaveLength(1);
  });

  it("of somebody who has been here longer, of staff, or from a seed does not wait", async () => {
    expect((await start(await aMember())).held).toBe(false);
    expect((await start(await aMember({ joinedAt: daysAgo(0), role: "moderator" }))).held).toBe(false);
    expect((await startPost(actorOf(await aNewcomer()), await words())).held).toBe(false);
  });
});

describe("what else makes a post wait", () => {
  it("a newcomer's link, unless its host is on the list", async () => {
    const host = await anAllowedHost();
    const listed = await start(await aWelcomed(), { body: `I read it at https://www.${host}/a, and it is long.` });
    expect(listed.held).toBe(false);
    const other = await start(await aWelcomed(), { body: "I read it at elsewhere.example.com, and it is long." });
    expect(other.held).toBe(true);
    const signs = [{ code: "newcomer_link", n: 1 }];
    expect(await askedAbout(other.id)).toMatchObject([{ reason: "spam", signs }]);
    expect((await start(await aMember(), { body: "I read it at elsewhere.example.com, and it is long." })).held).toBe(
      false,
    );
  });

  it("a watched phrase, also in the title", async () => {
    const { id, phrase } = await aWatchedPhrase();
    const started = await start(await aMember(), { title: `About ${phrase.toUpperCase()} and me` });
    expect(started.held).toBe(true);
    expect(await askedAbout(started.id)).toMatchObject([{ reason: "other", signs: [{ code: "phrase", n: id }] }]);
  });

  it("no phrase that is watched no longer", async () => {
    const { phrase } = await aWatchedPhrase({ retiredAt: daysAgo(1), retiredBy: (await aMember()).id });
    expect((await start(await aMember(), { title: `About ${phrase} and me` })).held).toBe(false);
  });
});

describe("what is noticed without waiting", () => {
  it("a phrase of which moderators want to know", async () => {
    const { id, phrase } = await aWatchedPhrase({ act: "flag" });
    const started = await start(await aMember(), { title: `About ${phrase} and me` });
    expect(await threadRow(started.id)).toMatchObject({ visible: true });
    expect(await askedAbout(started.id)).toMatchObject([{ reason: "other", signs: [{ code: "phrase", n: id }] }]);
  });

  it("words of despair: they appear, and the case is urgent", async () => {
    const started = await start(await aMember(), { body: "It is day nine, and I want to die.", seen: "crisis" });
    expect(await threadRow(started.id)).toMatchObject({ visible: true, hiddenAt: null, heldAt: null });
    expect(await askedAbout(started.id)).toMatchObject([
      { reason: "worried_about_person", signs: [{ code: "crisis" }] },
    ]);
    expect(await eventsOf(started.id)).toMatchObject([{ kind: "post_started" }]);
  });

  it("words of despair in a first thread: it waits as any first one, and the case is urgent", async () => {
    const started = await start(await aNewcomer(), { body: "It is day nine, and I want to die.", seen: "crisis" });
    expect(started.held).toBe(true);
    expect((await askedAbout(started.id)).map(({ reason }) => reason)).toEqual(["worried_about_person"]);
    expect(await codesAbout(started.id)).toEqual(["crisis", "first_thread"]);
  });

  it("nothing, of an ordinary post", async () => {
    expect(await askedAbout((await start(await aMember())).id)).toEqual([]);
  });
});

it("a phrase that is refused leaves nothing behind, and tells its note", async () => {
  const member = await aMember();
  const { phrase } = await aWatchedPhrase({ act: "block", note: "Please name no prices." });
  const refusal = await refusalOf(start(member, { title: `About ${phrase} and me` }));
  expect(refusal).toMatchObject({ code: "phrase_blocked", facts: { note: "Please name no prices." } });
  expect(await db.select().from(threads).where(eq(threads.authorId, member.id))).toEqual([]);
  expect(await usesOf(`thread:${member.id}:day`)).toBe(0);
});

it.each([
  ["silence", "silenced"],
  ["suspend", "suspended"],
  ["ban", "banned"],
] as const)("nobody under a %s starts a post", async (kind, code) => {
  const member = await aMember();
  await aRestriction({ member, kind });
  expect(await codeOf(start(member))).toBe(code);
  expect(await codeOf(startPost(actorOf(member), await words()))).toBe(code);
});
