import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { heardDuring } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo, hoursAgo } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow } from "@/lib/testing/rows";
import { postComment } from "./post-comment";

const commentsOf = (threadId: number) =>
  db.select().from(comments).where(eq(comments.threadId, threadId)).orderBy(comments.position);
const words = (thread: number, body = "That happened to me too.") => ({ thread, replyTo: null, body, key: "" });

describe("postComment", () => {
  it("writes the words, moves the thread up and counts", async () => {
    const thread = await aThread({ lastActivityAt: daysAgo(3) });
    const actor = actorOf(await aMember());
    const posted = await postComment(actor, words(thread.id, "It **helped** me."));
    expect(posted).toMatchObject({ position: 1, thread: { id: thread.id, slug: thread.slug } });
    const [comment] = await commentsOf(thread.id);
    expect(comment).toMatchObject({ position: 1, authorId: actor.memberId, body: "It **helped** me.", visible: true });
    expect(comment?.bodyHtml).toContain("<strong>helped</strong>");
    const after = await threadRow(thread.id);
    expect(after).toMatchObject({ lastPosition: 1, commentCount: 1 });
    expect(after.lastActivityAt.getTime()).toBeGreaterThan(hoursAgo(1).getTime());
  });

  it("records the event and tells the pages that show the thread", async () => {
    const thread = await aThread();
    const actor = actorOf(await aMember());
    const heard = await heardDuring(() => postComment(actor, words(thread.id)));
    expect(await eventsOf(thread.id)).toEqual([
      { kind: "comment_posted", actorId: actor.memberId, detail: { position: 1 } },
    ]);
    expect(heard.purges).toHaveLength(1);
    expect(heard.purges[0]?.tags).toEqual([
      `thread:${thread.id}`,
      "list:home",
      `list:member:${thread.authorId}`,
      `list:technique:${thread.techniqueId}`,
    ]);
    expect(heard.comments).toEqual([{ thread: thread.id, position: 1 }]);
  });

  it("tells the pages of testimonials about a comment under one", async () => {
    const thread = await aThread({ kind: "testimonial" });
    const heard = await heardDuring(async () => postComment(actorOf(await aMember()), words(thread.id)));
    expect(heard.purges[0]?.tags).toContain("list:testimonials");
  });

  it("numbers twenty at once from 1 to 20", async () => {
    const thread = await aThread();
    const people = await Promise.all(Array.from({ length: 20 }, () => aMember()));
    const posted = await Promise.all(people.map((person) => postComment(actorOf(person), words(thread.id))));
    const oneToTwenty = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(posted.map(({ position }) => position).sort((a, b) => a - b)).toEqual(oneToTwenty);
    expect((await commentsOf(thread.id)).map(({ position }) => position)).toEqual(oneToTwenty);
    expect(await threadRow(thread.id)).toMatchObject({ lastPosition: 20, commentCount: 20 });
  });

  it.each([
    ["one after the other", async (send: () => Promise<unknown>) => [await send(), await send()]],
    ["at once", async (send: () => Promise<unknown>) => Promise.all([send(), send()])],
  ])("writes one comment for one form sent twice, %s", async (_how, twice) => {
    const thread = await aThread();
    const actor = actorOf(await aMember(), { paced: true });
    const [first, second] = await twice(() => postComment(actor, { ...words(thread.id), key: "the-form" }));
    expect(second).toMatchObject({ position: 1, thread: { id: thread.id } });
    expect(first).toMatchObject({ position: 1, thread: { id: thread.id } });
    expect(await commentsOf(thread.id)).toHaveLength(1);
    expect(await eventsOf(thread.id)).toHaveLength(1);
    expect(await threadRow(thread.id)).toMatchObject({ lastPosition: 1, commentCount: 1 });
  });

  it("writes another comment for the same form with other words, or from another person", async () => {
    const thread = await aThread();
    const [ana, ben] = [actorOf(await aMember()), actorOf(await aMember())];
    await postComment(ana, { ...words(thread.id, "First."), key: "the-form" });
    await postComment(ana, { ...words(thread.id, "Second."), key: "the-form" });
    await postComment(ben, { ...words(thread.id, "First."), key: "the-form" });
    expect((await commentsOf(thread.id)).map(({ body }) => body)).toEqual(["First.", "Second.", "First."]);
  });

  it("answers a comment that can be read", async () => {
    const thread = await aThread();
    await aComment({ thread });
    await postComment(actorOf(await aMember()), { ...words(thread.id), replyTo: 1 });
    const [answer] = await db
      .select()
      .from(comments)
      .where(and(eq(comments.threadId, thread.id), eq(comments.position, 2)));
    expect(answer?.replyToPosition).toBe(1);
  });

  it.each([
    ["locked", { lockedAt: daysAgo(1) }, "thread_locked"],
    ["hidden", { hiddenAt: daysAgo(1) }, "not_found"],
    ["removed", { removedAt: daysAgo(1) }, "not_found"],
    ["withdrawn", { withdrawnAt: daysAgo(1) }, "not_found"],
    ["locked and hidden", { lockedAt: daysAgo(1), hiddenAt: daysAgo(1) }, "not_found"],
  ])("refuses a thread that is %s", async (_name, state, code) => {
    const thread = await aThread(state);
    const actor = actorOf(await aMember());
    const heard = await heardDuring(async () => {
      expect(await codeOf(postComment(actor, words(thread.id)))).toBe(code);
    });
    expect(heard).toEqual({ purges: [], comments: [] });
    expect(await commentsOf(thread.id)).toEqual([]);
    expect(await eventsOf(thread.id)).toEqual([]);
  });

  it("refuses a thread that never was", async () => {
    expect(await codeOf(postComment(actorOf(await aMember()), words(987_654_321)))).toBe("not_found");
  });

  it("refuses to answer what is not there: in another thread, withdrawn, hidden, or itself", async () => {
    const [thread, other] = [await aThread(), await aThread()];
    const actor = actorOf(await aMember());
    for (let n = 0; n < 5; n += 1) await aComment({ thread: other });
    await aComment({ thread, withdrawnAt: daysAgo(1) });
    await aComment({ thread, hiddenAt: daysAgo(1) });
    for (const replyTo of [1, 2, 3, 5]) {
      expect(await codeOf(postComment(actor, { ...words(thread.id), replyTo }))).toBe("comment_unknown");
    }
    expect(await commentsOf(thread.id)).toHaveLength(2);
  });
});
