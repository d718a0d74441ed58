import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { follows } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aTechnique, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { usesOf } from "@/lib/testing/rows";
import { follow } from "./follow";
import { unfollow } from "./unfollow";

const followsOf = (followerId: number) => db.select().from(follows).where(eq(follows.followerId, followerId));

async function subjects() {
  return [
    { kind: "technique" as const, id: (await aTechnique()).id },
    { kind: "thread" as const, id: (await aThread({ audience: "members" })).id },
    { kind: "member" as const, id: (await aMember()).id },
  ];
}

describe("follow and unfollow", () => {
  it("follow each kind of thing, once however often it is asked, and stop again", async () => {
    const member = await aMember();
    const actor = actorOf(member);
    const all = await subjects();
    for (const subject of all) await Promise.all([follow(actor, subject), follow(actor, subject)]);
    expect(await followsOf(member.id)).toHaveLength(3);
    for (const [index, subject] of all.entries()) {
      await unfollow(actor, subject);
      expect(await followsOf(member.id)).toHaveLength(2 - index);
      await unfollow(actor, subject);
    }
  });

  it("unfollow only for oneself", async () => {
    const [ana, ben] = [await aMember(), await aMember()];
    for (const subject of await subjects()) {
      await follow(actorOf(ana), subject);
      await unfollow(actorOf(ben), subject);
    }
    expect(await followsOf(ana.id)).toHaveLength(3);
  });

  it("refuse oneself and what is not there", async () => {
    const member = await aMember();
    const actor = actorOf(member);
    expect(await codeOf(follow(actor, { kind: "member", id: member.id }))).toBe("follow_self");
    for (const kind of ["technique", "thread", "member"] as const) {
      expect(await codeOf(follow(actor, { kind, id: 987_654_321 }))).toBe("not_found");
    }
  });

  it.each([
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
    ["withdrawn", { withdrawnAt: daysAgo(1) }],
  ])("refuse to follow a thread that is %s, and always let go of it", async (_name, state) => {
    const member = await aMember();
    const { id } = await aThread(state);
    expect(await codeOf(follow(actorOf(member), { kind: "thread", id }))).toBe("not_found");
    await db.insert(follows).values({ followerId: member.id, threadId: id });
    await unfollow(actorOf(member), { kind: "thread", id });
    expect(await followsOf(member.id)).toEqual([]);
  });

  it("stop at 200 a day", async () => {
    const member = await aMember();
    const [subject] = await subjects();
    if (!subject) throw new Error("no subject");
    const attempts = Array.from({ length: 201 }, () => follow(actorOf(member, { paced: true }), subject));
    expect((await outcomesOf(attempts)).filter((outcome) => outcome === "rate_limited")).toHaveLength(1);
    expect(await usesOf(`follow:${member.id}`)).toBe(200);
  });
});
