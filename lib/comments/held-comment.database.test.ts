import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { heardDuring } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { aRestriction } from "@/lib/testing/restrictions";
import { commentRow, eventsOf, letPass, threadRow, usesOf } from "@/lib/testing/rows";
import { askedAbout, codesAbout } from "@/lib/testing/screening";
import { editComment } from "./edit-comment";
import { postComment } from "./post-comment";
import { listComments, listCommentsAfter } from "./queries";
import { withdrawComment } from "./withdraw-comment";

const at = (member: Member) => actorOf(member, { paced: true });
const post = (
  member: Member,
  thread: number,
  given: { body?: string; key?: string; replyTo?: number; seen?: string } = {},
) => postComment(at(member), { thread, replyTo: null, body: "That happened to me too.", key: "", ...given });
const aNewcomer = () => aMember({ joinedAt: daysAgo(1) });
const link = { body: "It is all told at elsewhere.example.com/now" };

describe("a comment that waits", () => {
  it("takes its number and moves nothing else", async () => {
    const thread = await aThread({ lastActivityAt: daysAgo(3) });
    await aComment({ thread });
    const before = await threadRow(thread.id);
    const member = await aNewcomer();
    const heard = await heardDuring(async () => {
      expect(await post(member, thread.id, link)).toMatchObject({ position: 2, held: true });
    });
    expect(heard.comments).toEqual([]);
    expect(heard.purges.flatMap(({ tags }) => tags)).toEqual([`thread:${thread.id}`]);
    expect(await threadRow(thread.id)).toEqual({ ...before, lastPosition: 2 });
    const [comment] = await db.select().from(comments).where(eq(comments.authorId, member.id));
    expect(comment).toMatchObject({ position: 2, visible: false, body: link.body });
    const detail = { position: 2 };
    expect(await eventsOf(thread.id)).toEqual([{ kind: "comment_held", actorId: member.id, detail }]);
    const signs = [{ code: "newcomer_link", n: 1 }];
    expect(await askedAbout(thread.id)).toMatchObject([{ commentId: comment?.id, reason: "spam", signs }]);
  });

  it("is told of by its number, without its words, and cannot be answered", async () => {
    const thread = await aThread();
    await post(await aNewcomer(), thread.id, link);
    for (const listed of [await listComments(thread.id, 1), await listCommentsAfter(thread.id, 0)]) {
      expect(listed).toMatchObject([{ position: 1, gone: "held", bodyHtml: "" }]);
    }
    expect(await codeOf(post(await aMember(), thread.id, { replyTo: 1 }))).toBe("comment_unknown");
    expect(await post(await aMember(), thread.id)).toMatchObject({ position: 2, held: false });
    expect(await threadRow(thread.id)).toMatchObject({ lastPosition: 2, commentCount: 1 });
  });

  it.each([
    ["one after the other", async (send: () => Promise<unknown>) => [await send(), await send()]],
    ["at once", async (send: () => Promise<unknown>) => Promise.all([send(), send()])],
  ])("is one, of one form sent twice, %s", async (_how, twice) => {
    const [thread, member] = [await aThread(), await aNewcomer()];
    const sent = await twice(() => post(member, thread.id, { ...link, key: "the-form" }));
    for (const each of sent) expect(each).toMatchObject({ position: 1, held: true });
    expect(await threadRow(thread.id)).toMatchObject({ lastPosition: 1, commentCount: 0 });
    expect(await askedAbout(thread.id)).toHaveLength(1);
  });

  it("leaves no gap and no count behind, with ten at once of which half wait", async () => {
    const thread = await aThread();
    const people = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? aNewcomer() : aMember())));
    const posted = await Promise.all(people.map((person) => post(person, thread.id, link)));
    expect(posted.map(({ position }) => position).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(posted.filter(({ held }) => held)).toHaveLength(5);
    expect(await threadRow(thread.id)).toMatchObject({ lastPosition: 10, commentCount: 5 });
  });

  it("can be withdrawn, and counts for nothing then either", async () => {
    const [thread, member] = [await aThread(), await aNewcomer()];
    await post(member, thread.id, link);
    const [comment] = await db.select().from(comments).where(eq(comments.authorId, member.id));
    await withdrawComment(at(member), Number(comment?.id));
    expect(await threadRow(thread.id)).toMatchObject({ commentCount: 0 });
    expect(await listComments(thread.id, 1)).toMatchObject([{ gone: "withdrawn" }]);
  });

  it("is not changed while it waits, unless a moderator asks for it", async () => {
    const author = await aMember();
    const [waiting, asked] = [
      await aComment({ thread: await aThread(), author, heldAt: daysAgo(1) }),
      await aComment({ thread: await aThread(), author, heldAt: daysAgo(1), editAskedAt: daysAgo(1) }),
    ];
    const edit = { body: "Now it is shorter." };
    expect(await codeOf(editComment(at(author), { comment: waiting.id, ...edit }))).toBe("under_review");
    await editComment(at(author), { comment: asked.id, ...edit });
    expect(await commentRow(asked.id)).toMatchObject({ ...edit, visible: false, editAskedAt: null });
    expect(await codesAbout(asked.threadId)).toEqual(["edited_as_asked"]);
  });
});

describe("a thread that slept", () => {
  const slept = (days: number) => aThread({ lastActivityAt: daysAgo(days) });

  it("is woken by a moderator who has read the comment, or by a moderator's own", async () => {
    const thread = await slept(190);
    expect(await post(await aMember(), thread.id)).toMatchObject({ held: true });
    expect(await post(await aMember({ role: "provider" }), thread.id)).toMatchObject({ held: true });
    expect((await threadRow(thread.id)).lastActivityAt.getTime()).toBe(thread.lastActivityAt.getTime());
    expect(await askedAbout(thread.id)).toMatchObject([{ reason: "other", signs: [{ code: "woke", n: 1 }] }, {}]);
    expect(await post(await aMember({ role: "moderator" }), thread.id)).toMatchObject({ held: false });
    expect(await post(await aMember(), thread.id)).toMatchObject({ held: false });
  });

  it("has slept for six months, and not for less", async () => {
    expect(await post(await aMember(), (await slept(180)).id)).toMatchObject({ held: false });
    const seeded = await slept(400);
    expect(
      await postComment(actorOf(await aMember()), { thread: seeded.id, replyTo: null, body: "Hm.", key: "" }),
    ).toMatchObject({ held: false });
  });
});

describe("words of despair", () => {
  it("appear as any other, and the case is urgent", async () => {
    const thread = await aThread();
    const posted = await post(await aMember(), thread.id, {
      body: "It is day nine, and I want to die.",
      seen: "crisis",
    });
    expect(posted.held).toBe(false);
    expect(await threadRow(thread.id)).toMatchObject({ commentCount: 1 });
    expect(await askedAbout(thread.id)).toMatchObject([
      { reason: "worried_about_person", signs: [{ code: "crisis" }] },
    ]);
  });
});

describe("a slow thread", () => {
  it("takes one comment of each member in ten minutes, and as many of staff as they like", async () => {
    const by = await aMember({ role: "moderator" });
    const thread = await aThread({ slowedAt: daysAgo(1), slowedBy: by.id });
    const [ana, ben] = [await aMember(), await aMember()];
    await post(ana, thread.id);
    await post(ben, thread.id);
    await letPass(`comment:${ana.id}`);
    const refusal = await refusalOf(post(ana, thread.id));
    expect(refusal.code).toBe("thread_slowed");
    expect(refusal.facts.waitSeconds).toBeGreaterThan(590);
    expect(await usesOf(`comment:${ana.id}:day`)).toBe(1);
    await post(ana, (await aThread()).id);
    await letPass(`slow:${thread.id}:${ana.id}`);
    await letPass(`comment:${ana.id}`);
    await post(ana, thread.id);
    for (let n = 0; n < 2; n += 1) {
      await post(by, thread.id);
      await letPass(`comment:${by.id}`);
    }
    expect(await threadRow(thread.id)).toMatchObject({ commentCount: 5 });
  });

  it("lets one of two at once through", async () => {
    const by = await aMember({ role: "moderator" });
    const [thread, ana] = [await aThread({ slowedAt: daysAgo(1), slowedBy: by.id }), await aMember()];
    expect(await outcomesOf([post(ana, thread.id), post(ana, thread.id)])).toEqual(["done", "thread_slowed"]);
  });
});

it("nobody who may not speak comments or changes a comment", async () => {
  const author = await aMember();
  const comment = await aComment({ thread: await aThread(), author });
  await aRestriction({ member: author, kind: "silence" });
  expect(await codeOf(post(author, comment.threadId))).toBe("silenced");
  expect(await codeOf(editComment(at(author), { comment: comment.id, body: "Changed." }))).toBe("silenced");
  const free = await aMember();
  await aRestriction({ member: free, kind: "silence", endsAt: daysAgo(1) });
  await aRestriction({ member: free, kind: "ban", liftedAt: daysAgo(1) });
  expect(await post(free, comment.threadId)).toMatchObject({ held: false });
});
