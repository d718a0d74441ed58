import { and, eq, ne } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events, follows } from "@/db/schema";
import { postComment } from "@/lib/comments/post-comment";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aTechnique, aThread, daysAgo, type Member, type Thread } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { usesOf } from "@/lib/testing/rows";
import { chooseFollowOnReply } from "./choose-follow-on-reply";
import { follow } from "./follow";
import { followAfterWriting } from "./follow-after-writing";
import { unfollow } from "./unfollow";

const followsOf = (followerId: number) =>
  db
    .select()
    .from(follows)
    .where(and(eq(follows.followerId, followerId), ne(follows.level, "off")));

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

  it("change the level of what is followed, and keep one row", async () => {
    const member = await aMember();
    const actor = actorOf(member);
    for (const subject of await subjects()) {
      for (const level of ["watch", "follow", "watch"] as const) await follow(actor, subject, level);
    }
    expect((await followsOf(member.id)).map(({ level }) => level)).toEqual(["watch", "watch", "watch"]);
  });
});

describe("writing under a thread", () => {
  async function afterWriting(prepare: (member: Member, thread: Thread) => Promise<unknown>) {
    const [member, thread] = [await aMember(), await aThread()];
    await prepare(member, thread);
    await postComment(actorOf(member), { thread: thread.id, replyTo: null, body: "I say so.", key: "" });
    const [event] = await db.select().from(events).where(eq(events.threadId, thread.id));
    await followAfterWriting({ eventId: event?.id ?? 0 });
    await followAfterWriting({ eventId: event?.id ?? 0 });
    return (await db.select().from(follows).where(eq(follows.followerId, member.id))).map(({ level }) => level);
  }
  const about = ({ id }: Thread) => ({ kind: "thread" as const, id });

  it.each<[string, Parameters<typeof afterWriting>[0], string[]]>([
    ["begins to follow it", async () => {}, ["follow"]],
    ["leaves a level as it is", (member, thread) => follow(actorOf(member), about(thread), "watch"), ["watch"]],
    ["leaves it switched off", (member, thread) => unfollow(actorOf(member), about(thread)), ["off"]],
    [
      "does nothing for whoever does not want it",
      (member) => chooseFollowOnReply(actorOf(member), { follow: false }),
      [],
    ],
  ])("%s", async (_name, prepare, levels) => {
    expect(await afterWriting(prepare)).toEqual(levels);
  });
});
