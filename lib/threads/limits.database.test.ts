import { describe, expect, it } from "vitest";
import { postComment } from "@/lib/comments/post-comment";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { letPass, threadRow, usesOf } from "@/lib/testing/rows";

const words = (thread: number, body = "That happened to me too.") => ({ thread, replyTo: null, body, key: "" });

describe("the pace of comments", () => {
  it.each([
    ["a newcomer", { joinedAt: daysAgo(1) }, 30],
    ["somebody who joined just under 7 days ago", { joinedAt: daysAgo(6.99) }, 30],
    ["somebody who joined 7 days ago", { joinedAt: daysAgo(7.01) }, 5],
    ["a moderator of today", { joinedAt: new Date(), role: "moderator" as const }, 5],
    ["a provider of today", { joinedAt: new Date(), role: "provider" as const }, 5],
  ])("keeps two comments of %s apart", async (_name, given, seconds) => {
    const member = await aMember(given);
    const actor = actorOf(member, { paced: true });
    const thread = await aThread();
    await postComment(actor, words(thread.id));
    const refusal = await refusalOf(postComment(actor, words(thread.id)));
    expect(refusal.code).toBe("rate_limited");
    expect(refusal.facts.waitSeconds).toBeGreaterThan(seconds - 5);
    expect(refusal.facts.waitSeconds).toBeLessThanOrEqual(seconds);
    await letPass(`comment:${member.id}`);
    await postComment(actor, words(thread.id));
    expect(await threadRow(thread.id)).toMatchObject({ commentCount: 2 });
  });

  it("lets a newcomer write 10 a day, and others more", async () => {
    const thread = await aThread();
    const newcomer = await aMember({ joinedAt: daysAgo(1) });
    const elder = await aMember();
    for (const member of [newcomer, elder]) {
      for (let n = 1; n <= 10; n += 1) {
        await postComment(actorOf(member, { paced: true }), words(thread.id, `Number ${n}.`));
        await letPass(`comment:${member.id}`);
      }
    }
    const refusal = await refusalOf(postComment(actorOf(newcomer, { paced: true }), words(thread.id)));
    expect(refusal).toMatchObject({ code: "rate_limited" });
    expect(refusal.facts.waitSeconds).toBeGreaterThan(23 * 3600);
    await postComment(actorOf(elder, { paced: true }), words(thread.id));
    await letPass(`comment:${newcomer.id}:day`);
    await postComment(actorOf(newcomer, { paced: true }), words(thread.id));
  });

  it("lets one of two at once through", async () => {
    const actor = actorOf(await aMember(), { paced: true });
    const [one, other] = [await aThread(), await aThread()];
    const both = [one, other].map(({ id }) => postComment(actor, words(id)));
    expect(await outcomesOf(both)).toEqual(["done", "rate_limited"]);
  });

  it("does not count what was refused for another reason", async () => {
    const member = await aMember();
    const thread = await aThread({ lockedAt: daysAgo(1) });
    expect(await codeOf(postComment(actorOf(member, { paced: true }), words(thread.id)))).toBe("thread_locked");
    expect(await usesOf(`comment:${member.id}:day`)).toBe(0);
  });

  it("does not count the second sending of one form", async () => {
    const member = await aMember();
    const thread = await aThread();
    const send = () => postComment(actorOf(member, { paced: true }), { ...words(thread.id), key: "the-form" });
    await send();
    await send();
    expect(await usesOf(`comment:${member.id}:day`)).toBe(1);
  });

  it("does not hold back who is not at a form", async () => {
    const member = await aMember({ joinedAt: new Date() });
    const thread = await aThread();
    for (let n = 0; n < 12; n += 1) await postComment(actorOf(member), words(thread.id));
    expect(await usesOf(`comment:${member.id}:day`)).toBe(0);
  });
});
