import { describe, expect, it } from "vitest";
import { react } from "@/lib/reactions/react";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, anAccount, aTechnique, aThread, daysAgo } from "@/lib/testing/factories";
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
      expect(await stateOf(reader, subject)).toMatchObject({ follow: "on" });
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

  it("tells nothing to who has no handle yet", async () => {
    const { id } = await anAccount();
    const state = { follow: "none", reactions: [], unread: 0 };
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
});
