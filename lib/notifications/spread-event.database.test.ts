import { and, asc, desc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events, follows, members, notifications, threads } from "@/db/schema";
import { postComment } from "@/lib/comments/post-comment";
import { follow } from "@/lib/follows/follow";
import { unfollow } from "@/lib/follows/unfollow";
import { startPost } from "@/lib/posts/start-post";
import { react } from "@/lib/reactions/react";
import { actorOf } from "@/lib/testing/actors";
import { aRestriction } from "@/lib/testing/decisions";
import {
  aBlock,
  aComment,
  aMember,
  anAccount,
  aMute,
  aTechnique,
  aThread,
  type Member,
  type Thread,
} from "@/lib/testing/factories";
import { listNotifications } from "./queries";
import { noteReading } from "./note-reading";
import { spreadEvent } from "./spread-event";

/** Somebody with an account: nobody else is told of anything. */
async function person(given: Partial<Member> = {}): Promise<Member> {
  return aMember({ accountId: (await anAccount()).id, ...given });
}

async function lastEvent(threadId: number): Promise<number> {
  const [event] = await db
    .select({ id: events.id })
    .from(events)
    .where(eq(events.threadId, threadId))
    .orderBy(desc(events.id))
    .limit(1);
  return event?.id ?? 0;
}

/** Who was told of what happened last in a thread, and why. */
async function toldOf(threadId: number): Promise<Record<number, string>> {
  const eventId = await lastEvent(threadId);
  await spreadEvent({ eventId });
  const rows = await db
    .select({ id: notifications.memberId, kind: notifications.kind })
    .from(notifications)
    .where(eq(notifications.eventId, eventId));
  return Object.fromEntries(rows.map(({ id, kind }) => [id, kind]));
}

const say = (by: Member, thread: Thread, body: string, replyTo: number | null = null) =>
  postComment(actorOf(by), { thread: thread.id, replyTo, body, key: "" });

async function aTalk() {
  const [author, speaker, watcher, follower] = [await person(), await person(), await person(), await person()];
  const thread = await aThread({ author });
  await follow(actorOf(watcher), { kind: "thread", id: thread.id }, "watch");
  await follow(actorOf(follower), { kind: "thread", id: thread.id });
  return { thread, author, speaker, watcher, follower };
}

describe("a comment", () => {
  it("is told to whom it answers, whom it names, the author and those who watch, each for the nearest reason", async () => {
    const { thread, author, speaker, watcher, follower } = await aTalk();
    const [answered, named] = [await person(), await person()];
    await say(answered, thread, "What I did.");
    await say(speaker, thread, `Thank you, and @${named.handle}, and @${watcher.handle}.`, 1);
    expect(await toldOf(thread.id)).toEqual({
      [answered.id]: "reply",
      [named.id]: "mention",
      [watcher.id]: "mention",
      [author.id]: "comment",
    });
    await say(follower, thread, `I am @${follower.handle} myself.`);
    expect(await toldOf(thread.id)).toEqual({ [author.id]: "reply", [watcher.id]: "comment" });
  });

  type Silence = (about: { thread: Thread; speaker: Member; watcher: Member }) => Promise<unknown>;
  it.each<[string, Silence]>([
    ["switched the thread off", ({ thread, watcher }) => unfollow(actorOf(watcher), { kind: "thread", id: thread.id })],
    ["muted the thread", ({ thread, watcher }) => aMute({ by: watcher, thread })],
    [
      "muted its technique",
      async ({ thread, watcher }) => {
        const technique = await aTechnique();
        await db.update(threads).set({ techniqueId: technique.id }).where(eq(threads.id, thread.id));
        await aMute({ by: watcher, technique });
      },
    ],
    ["muted the speaker", ({ speaker, watcher }) => aMute({ by: watcher, member: speaker })],
    ["muted a word of it", ({ watcher }) => aMute({ by: watcher, word: "for" })],
    ["blocked the speaker", ({ speaker, watcher }) => aBlock({ by: watcher, of: speaker })],
    ["is blocked by the speaker", ({ speaker, watcher }) => aBlock({ by: speaker, of: watcher })],
    ["is suspended", ({ watcher }) => aRestriction({ member: watcher, kind: "suspend" })],
    [
      "has no account any more",
      ({ watcher }) => db.update(members).set({ accountId: null }).where(eq(members.id, watcher.id)),
    ],
  ])("is not told to somebody who %s, even by name", async (_name, silence) => {
    const { thread, author, speaker, watcher } = await aTalk();
    await silence({ thread, speaker, watcher });
    await say(speaker, thread, `For @${watcher.handle}.`);
    expect(await toldOf(thread.id)).toEqual({ [author.id]: "reply" });
  });

  it.each([
    ["it is hidden", (id: number) => sql`UPDATE comments SET hidden_at = now() WHERE thread_id = ${id}`],
    [
      "its thread is removed",
      (id: number) => sql`UPDATE threads SET removed_at = now(), removed_by = author_id WHERE id = ${id}`,
    ],
  ])("is told to nobody once %s", async (_name, change) => {
    const { thread, speaker } = await aTalk();
    await say(speaker, thread, "It may not stand.");
    await db.execute(change(thread.id));
    expect(await toldOf(thread.id)).toEqual({});
  });

  it("is told to its thread's author whatever word of their own title they muted, and to who muted another word", async () => {
    const { thread, author, speaker, watcher } = await aTalk();
    await aMute({ by: author, word: "about" });
    await aMute({ by: watcher, word: "botox" });
    await say(speaker, thread, "It was calm.");
    expect(await toldOf(thread.id)).toEqual({ [author.id]: "reply", [watcher.id]: "comment" });
  });

  it("is told to nobody who has read it", async () => {
    const { thread, author, speaker, watcher } = await aTalk();
    await say(speaker, thread, "Already seen.");
    await noteReading({ memberId: watcher.id, threadId: thread.id });
    expect(await toldOf(thread.id)).toEqual({ [author.id]: "reply" });
  });
});

describe("a thread", () => {
  it("is told to those who watch its technique or its author, once", async () => {
    const [author, technique] = [await person(), await aTechnique()];
    const [both, one, follower] = [await person(), await person(), await person()];
    await follow(actorOf(both), { kind: "technique", id: technique.id }, "watch");
    await follow(actorOf(both), { kind: "member", id: author.id }, "watch");
    await follow(actorOf(one), { kind: "member", id: author.id }, "watch");
    await follow(actorOf(follower), { kind: "technique", id: technique.id });
    const words = { title: "How long to wait?", body: "After the first time, I mean. Who knows?", audience: "members" };
    const thread = await startPost(actorOf(author), {
      ...words,
      kind: "question",
      technique: technique.slug,
      key: "",
    } as never);
    expect(await toldOf(thread.id)).toEqual({ [both.id]: "thread", [one.id]: "thread" });
  });
});

describe("a gesture", () => {
  it("is told to the author, and not shown once it was taken back", async () => {
    const { thread, author, speaker } = await aTalk();
    await unfollow(actorOf(author), { kind: "thread", id: thread.id });
    const thank = () => react(actorOf(speaker), { threadId: thread.id, position: 0, kind: "thanks" as never });
    await thank();
    expect(await toldOf(thread.id)).toEqual({ [author.id]: "thanks" });
    expect((await listNotifications(author.id)).rows).toHaveLength(1);
    await thank();
    expect((await listNotifications(author.id)).rows).toEqual([]);
  });
});

describe("spreading", () => {
  it("tells everybody once, however often and at whatever time it runs", async () => {
    const { thread, speaker, author, watcher } = await aTalk();
    await say(speaker, thread, "Once.");
    const eventId = await lastEvent(thread.id);
    await Promise.all(Array.from({ length: 8 }, () => spreadEvent({ eventId })));
    await db
      .delete(notifications)
      .where(and(eq(notifications.eventId, eventId), eq(notifications.memberId, watcher.id)));
    await spreadEvent({ eventId });
    const rows = await db
      .select()
      .from(notifications)
      .where(eq(notifications.eventId, eventId))
      .orderBy(asc(notifications.memberId));
    expect(rows.map(({ memberId }) => memberId)).toEqual([author.id, watcher.id].sort((a, b) => a - b));
  });
});

describe("what somebody has before them", () => {
  it("is put away, however much it is, and counts as read up to there", async () => {
    const { thread, author, speaker } = await aTalk();
    for (const words of ["One.", "Two.", "Three."]) {
      await say(speaker, thread, words);
      await toldOf(thread.id);
    }
    const [row] = (await listNotifications(author.id)).rows;
    expect(row).toMatchObject({ told: [{ kind: "reply", count: 3, people: 1 }], unread: true });
    expect(row?.href).toMatch(/#comment-1$/);
    await noteReading({ memberId: author.id, threadId: thread.id });
    expect((await listNotifications(author.id)).rows.map(({ unread }) => unread)).toEqual([false]);
  });

  it("shows nothing that was hidden since", async () => {
    const { thread, author, speaker } = await aTalk();
    await say(speaker, thread, "Gone soon.");
    await toldOf(thread.id);
    await db.execute(sql`UPDATE comments SET hidden_at = now() WHERE thread_id = ${thread.id}`);
    expect((await listNotifications(author.id)).rows).toEqual([]);
  });

  it("is marked by nobody else", async () => {
    const { thread, author, speaker, watcher } = await aTalk();
    await aComment({ thread });
    await say(speaker, thread, "For both.");
    await toldOf(thread.id);
    await noteReading({ memberId: watcher.id, threadId: thread.id });
    expect((await listNotifications(author.id)).rows.map(({ unread }) => unread)).toEqual([true]);
    expect(await db.select().from(follows).where(eq(follows.followerId, author.id))).toEqual([]);
  });
});
