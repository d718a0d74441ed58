import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { posts, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aTechnique, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { eventsOf, letPass, threadRow, usesOf } from "@/lib/testing/rows";
import { startPost } from "./start-post";

const words = (technique: string, given: { title?: string; body?: string; key?: string } = {}) => ({
  kind: "question" as const,
  title: "Does this help on the day after?",
  body: "I had my first session yesterday and **today** is no better.",
  audience: "members" as const,
  key: "",
  technique,
  ...given,
});
const threadsOf = (authorId: number) => db.select().from(threads).where(eq(threads.authorId, authorId));

describe("startPost", () => {
  it("starts a thread with its text, event and purge", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    let started = { id: 0, kind: "", slug: "" };
    const tags = await purgedBy(async () => {
      started = await startPost(actorOf(member), words(technique.slug));
    });
    expect(await threadRow(started.id)).toMatchObject({
      kind: "question",
      audience: "members",
      techniqueId: technique.id,
      authorId: member.id,
      title: "Does this help on the day after?",
      slug: "does-this-help-on-the-day-after",
      excerpt: "I had my first session yesterday and today is no better.",
      visible: true,
      lastPosition: 0,
    });
    const [post] = await db.select().from(posts).where(eq(posts.threadId, started.id));
    expect(post?.bodyHtml).toContain("<strong>today</strong>");
    expect(await eventsOf(started.id)).toEqual([{ kind: "post_started", actorId: member.id, detail: {} }]);
    expect(tags).toEqual(
      ["list:home", `list:member:${member.id}`, `list:technique:${technique.id}`, `thread:${started.id}`].sort(),
    );
  });

  it.each([
    ["one after the other", async (send: () => Promise<{ id: number }>) => [await send(), await send()]],
    ["at once", async (send: () => Promise<{ id: number }>) => Promise.all([send(), send()])],
  ])("starts one thread for one form sent twice, %s", async (_how, twice) => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const paced = actorOf(member, { paced: true });
    const [first, second] = await twice(() => startPost(paced, words(technique.slug, { key: "the-form" })));
    expect(second).toMatchObject({ id: first?.id });
    expect(await threadsOf(member.id)).toHaveLength(1);
    expect(await eventsOf(Number(first?.id))).toHaveLength(1);
    expect(await usesOf(`thread:${member.id}:day`)).toBe(1);
  });

  it("starts another thread for the same form with other words", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    await startPost(actorOf(member), words(technique.slug, { key: "the-form" }));
    await startPost(actorOf(member), words(technique.slug, { key: "the-form", title: "Another question of mine" }));
    expect(await threadsOf(member.id)).toHaveLength(2);
  });

  it("refuses a technique that is not there, beside its field", async () => {
    const member = await aMember();
    const refusal = await refusalOf(startPost(actorOf(member, { paced: true }), words("no-such-technique")));
    expect(refusal).toMatchObject({ code: "technique_unknown", field: "technique" });
    expect(await usesOf(`thread:${member.id}:day`)).toBe(0);
  });

  it.each([
    ["a newcomer", { joinedAt: daysAgo(1) }, 120, 3],
    ["others", {}, 15, 20],
  ])("keeps the threads of %s apart and counts them", async (_who, given, apart, aDay) => {
    const [member, technique] = [await aMember(given), await aTechnique()];
    const start = () => startPost(actorOf(member, { paced: true }), words(technique.slug));
    for (let n = 1; n <= aDay; n += 1) {
      await start();
      if (n === 1) {
        const refusal = await refusalOf(start());
        expect(refusal.code).toBe("rate_limited");
        expect(refusal.facts.waitSeconds).toBeGreaterThan(apart - 5);
        expect(refusal.facts.waitSeconds).toBeLessThanOrEqual(apart);
      }
      await letPass(`thread:${member.id}`);
    }
    expect(await codeOf(start())).toBe("rate_limited");
    expect(await threadsOf(member.id)).toHaveLength(aDay);
  });

  it("lets one of two different ones at once through", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const both = ["The first of my questions", "The second of my questions"].map((title) =>
      startPost(actorOf(member, { paced: true }), words(technique.slug, { title })),
    );
    expect(await outcomesOf(both)).toEqual(["done", "rate_limited"]);
  });
});
