import { describe, expect, it } from "vitest";
import { react } from "@/lib/reactions/react";
import { actorOf } from "@/lib/testing/actors";
import {
  aComment,
  aMember,
  anAccount,
  aTechnique,
  aThread,
  daysAgo,
  hoursAgo,
  aBlock,
  aMute,
  type Member,
} from "@/lib/testing/factories";
import { aNotification } from "@/lib/testing/notified";
import { aStatement } from "@/lib/testing/reports";
import { signedIn } from "@/lib/testing/signed-in";
import { follow } from "./follow";
import { findReader } from "./find-reader";
import type { Subject } from "./schema";

/** What the page about `subject` is told about a member. */
async function stateOf({ accountId }: { accountId: number | null }, subject: Subject | null) {
  const reader = await findReader((await signedIn(accountId)).token, subject);
  return reader?.state;
}

describe("findReader", () => {
  it("tells what the reader follows, and nobody else's", async () => {
    const [reader, other] = [await aMember(), await aMember()];
    const subjects = [
      { kind: "technique" as const, id: (await aTechnique()).id },
      { kind: "thread" as const, id: (await aThread()).id },
      { kind: "member" as const, id: (await aMember()).id },
    ];
    for (const subject of subjects) {
      expect(await stateOf(reader, subject)).toMatchObject({ follow: "off" });
      await follow(actorOf(reader), subject);
      expect(await stateOf(reader, subject)).toMatchObject({ follow: "follow" });
      expect(await stateOf(other, subject)).toMatchObject({ follow: "off" });
    }
  });

  it("tells the reader's own reactions", async () => {
    const [reader, other] = [await aMember(), await aMember()];
    const thread = await aThread();
    await aComment({ thread });
    await react(actorOf(reader), { threadId: thread.id, position: 0, kind: "hug" });
    await react(actorOf(reader), { threadId: thread.id, position: 1, kind: "same" });
    await react(actorOf(other), { threadId: thread.id, position: 1, kind: "thanks" });
    const state = await stateOf(reader, { kind: "thread", id: thread.id });
    expect(state?.reactions.toSorted((a, b) => a.position - b.position)).toEqual([
      { position: 0, kind: "hug" },
      { position: 1, kind: "same" },
    ]);
  });

  it("counts statements that were not opened, on every page", async () => {
    const reader = await aMember();
    await aStatement({ thread: await aThread({ author: reader }) });
    await aStatement({ thread: await aThread() });
    for (const subject of [null, { kind: "technique" as const, id: 1 }]) {
      expect(await stateOf(reader, subject)).toMatchObject({ unread: 1 });
    }
  });

  it("counts threads with something new before them, each once and up to ten", async () => {
    const [reader, actor] = [await aMember(), await aMember()];
    const notify = async (times: number, given: Parameters<typeof aThread>[0] = {}) => {
      const thread = await aThread(given);
      for (let n = 0; n < times; n += 1) await aNotification({ member: reader, thread, actor });
      return thread;
    };
    const unread = async () => (await stateOf(reader, null))?.unread;
    expect(await unread()).toBe(0);
    const busy = await notify(30);
    await notify(1, { hiddenAt: hoursAgo(1) });
    expect(await unread()).toBe(1);
    await notify(1);
    await aStatement({ thread: await aThread({ author: reader }) });
    expect(await unread()).toBe(3);
    expect((await stateOf(actor, null))?.unread).toBe(0);
    await aMute({ by: reader, thread: busy });
    expect(await unread()).toBe(2);
    for (let n = 0; n < 12; n += 1) await notify(1);
    expect(await unread()).toBe(10);
    await aBlock({ by: reader, of: actor });
    expect(await unread()).toBe(1);
  });

  it("tells what the reader does not want to see, and whether the page is about it, and nobody else's", async () => {
    const [reader, other, blocked] = [await aMember(), await aMember(), await aMember()];
    const [technique, thread] = [await aTechnique(), await aThread()];
    await aBlock({ by: reader, of: blocked });
    await aBlock({ by: other, of: reader });
    await aMute({ by: reader, technique });
    await aMute({ by: reader, thread });
    await aMute({ by: reader, word: "botox" });
    const muted = await aMember();
    for (const member of [muted, blocked]) await aMute({ by: reader, member });
    const unwanted = {
      blocked: [blocked.id],
      mutedMembers: [muted.id, blocked.id],
      mutedTechniques: [technique.id],
      mutedThreads: [thread.id],
      mutedWords: ["botox"],
    };
    const subjects = [
      { kind: "technique" as const, id: technique.id },
      { kind: "thread" as const, id: thread.id },
      { kind: "member" as const, id: blocked.id },
    ];
    for (const subject of subjects) {
      expect(await stateOf(reader, subject)).toMatchObject({ quiet: "on", ...unwanted });
      expect(await stateOf(other, subject)).toMatchObject({ quiet: "off", blocked: [reader.id], mutedWords: [] });
    }
    expect(await stateOf(reader, { kind: "member", id: muted.id })).toMatchObject({ quiet: "muted", ...unwanted });
    expect(await stateOf(reader, { kind: "member", id: reader.id })).toMatchObject({ quiet: "off" });
    expect(await stateOf(reader, null)).toMatchObject({ quiet: "none", ...unwanted });
  });

  it("tells nothing to who has no handle yet", async () => {
    const { id } = await anAccount();
    const unwanted = { blocked: [], mutedMembers: [], mutedTechniques: [], mutedThreads: [], mutedWords: [] };
    const state = { follow: "none", quiet: "none", reactions: [], unread: 0, ...unwanted };
    expect(await stateOf({ accountId: id }, { kind: "thread", id: (await aThread()).id })).toEqual(state);
    expect(await stateOf({ accountId: id }, null)).toEqual(state);
  });

  it.each([
    ["a member of yesterday", { joinedAt: daysAgo(1) }, true],
    ["a member of just under 7 days", { joinedAt: daysAgo(6.99) }, true],
    ["a member of 7 days", { joinedAt: daysAgo(7.01) }, false],
    ["a moderator of today", { joinedAt: daysAgo(0), role: "moderator" as const }, false],
    ["a provider of today", { joinedAt: daysAgo(0), role: "provider" as const }, false],
  ])("knows whether %s is a newcomer", async (_name, given, newcomer) => {
    const member = await aMember(given);
    const reader = await findReader((await signedIn(member.accountId)).token, null);
    expect(reader?.viewer).toMatchObject({ memberId: member.id, newcomer });
    expect(actorOf(member)).toMatchObject({ newcomer });
  });

  const isNewcomer = async (member: Member) =>
    (await findReader((await signedIn(member.accountId)).token, null))?.viewer.newcomer;

  it.each<[string, (author: Member) => Promise<unknown>[], boolean]>([
    ["two that stood a day", (author) => twice(() => aThread({ author, createdAt: daysAgo(1.1) })), true],
    [
      "three that stood a day",
      (author) => [
        ...twice(() => aThread({ author, createdAt: daysAgo(1.1) })),
        commented({ author, createdAt: daysAgo(2) }),
      ],
      false,
    ],
    ["three of today", (author) => thrice(() => commented({ author, createdAt: hoursAgo(23) })), true],
    [
      "three that are hidden, wait or were withdrawn",
      (author) => [
        aThread({ author, createdAt: daysAgo(2), hiddenAt: daysAgo(1) }),
        aThread({ author, createdAt: daysAgo(2), heldAt: daysAgo(2) }),
        commented({ author, createdAt: daysAgo(2), withdrawnAt: daysAgo(1) }),
      ],
      true,
    ],
    ["three of today that moderators let through", (author) => thrice(() => letThrough({ author })), false],
    [
      "three that were let through and hidden since",
      (author) => thrice(() => letThrough({ author, hiddenAt: daysAgo(0) })),
      true,
    ],
    ["three of somebody else", () => thrice(() => aThread({ createdAt: daysAgo(2) })), true],
  ])("counts contributions: %s", async (_name, write, newcomer) => {
    const member = await aMember({ joinedAt: daysAgo(3) });
    await Promise.all(write(member));
    expect(await isNewcomer(member)).toBe(newcomer);
  });
});

const twice = <T>(make: () => T) => [make(), make()];
const thrice = <T>(make: () => T) => [make(), make(), make()];

async function commented(given: Omit<Parameters<typeof aComment>[0], "thread">) {
  return aComment({ ...given, thread: await aThread() });
}

/** A thread of today, with the decision that let it appear. */
async function letThrough(given: Parameters<typeof aThread>[0]) {
  const thread = await aThread(given);
  await aStatement({ thread, kind: "restore" });
}
