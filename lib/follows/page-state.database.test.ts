import { describe, expect, it } from "vitest";
import { react } from "@/lib/reactions/react";
import { actorOf, viewerOf } from "@/lib/testing/actors";
import { aComment, aMember, aTechnique, aThread } from "@/lib/testing/factories";
import { aStatement } from "@/lib/testing/reports";
import { follow } from "./follow";
import { getPageState } from "./page-state";

describe("getPageState", () => {
  it("tells what the reader follows, and nobody else's", async () => {
    const [reader, other] = [await aMember(), await aMember()];
    const subjects = [
      { kind: "technique" as const, id: (await aTechnique()).id },
      { kind: "thread" as const, id: (await aThread()).id },
      { kind: "member" as const, id: (await aMember()).id },
    ];
    for (const subject of subjects) {
      expect(await getPageState(viewerOf(reader), subject)).toMatchObject({ follow: "off" });
      await follow(actorOf(reader), subject);
      expect(await getPageState(viewerOf(reader), subject)).toMatchObject({ follow: "on" });
      expect(await getPageState(viewerOf(other), subject)).toMatchObject({ follow: "off" });
    }
  });

  it("tells the reader's own reactions", async () => {
    const [reader, other] = [await aMember(), await aMember()];
    const thread = await aThread();
    await aComment({ thread });
    await react(actorOf(reader), { threadId: thread.id, position: 0, kind: "hug" });
    await react(actorOf(reader), { threadId: thread.id, position: 1, kind: "same" });
    await react(actorOf(other), { threadId: thread.id, position: 1, kind: "thanks" });
    const { reactions } = await getPageState(viewerOf(reader), { kind: "thread", id: thread.id });
    expect(reactions.toSorted((a, b) => a.position - b.position)).toEqual([
      { position: 0, kind: "hug" },
      { position: 1, kind: "same" },
    ]);
  });

  it("counts statements that were not opened, on every page", async () => {
    const reader = await aMember();
    await aStatement({ thread: await aThread({ author: reader }) });
    await aStatement({ thread: await aThread() });
    for (const subject of [null, { kind: "technique" as const, id: 1 }]) {
      expect(await getPageState(viewerOf(reader), subject)).toMatchObject({ unread: 1 });
    }
  });

  it("is empty for who has no handle yet", async () => {
    const viewer = { ...viewerOf(await aMember()), memberId: null, handle: null };
    const state = { follow: "none", reactions: [], unread: 0 };
    expect(await getPageState(viewer, { kind: "thread", id: (await aThread()).id })).toEqual(state);
  });
});
