import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { testimonials } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aPost, aTestimonial, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow } from "@/lib/testing/rows";
import { withdrawThread } from "./withdraw-thread";

describe("withdrawThread", () => {
  it("takes the thread off every page at once", async () => {
    const author = await aMember();
    const post = await aPost({ author });
    const tags = await purgedBy(() => withdrawThread(actorOf(author), post.id));
    expect(tags).toEqual(
      [`thread:${post.id}`, "list:home", `list:member:${author.id}`, `list:technique:${post.techniqueId}`].sort(),
    );
    const after = await threadRow(post.id);
    expect(after.visible).toBe(false);
    expect(after.withdrawnAt).not.toBeNull();
    expect(await eventsOf(post.id)).toEqual([{ kind: "thread_withdrawn", actorId: author.id, detail: {} }]);
  });

  it("takes the answers of a testimonial with it", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author });
    const tags = await purgedBy(() => withdrawThread(actorOf(author), told.id));
    expect(tags).toContain("list:testimonials");
    const [answers] = await db.select().from(testimonials).where(eq(testimonials.threadId, told.id));
    expect(answers?.withdrawnAt).not.toBeNull();
  });

  it.each([
    ["locked", { lockedAt: daysAgo(1) }],
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
  ])("is possible while the thread is %s", async (_name, state) => {
    const author = await aMember();
    const thread = await aThread({ author, ...state });
    await withdrawThread(actorOf(author), thread.id);
    expect((await threadRow(thread.id)).withdrawnAt).not.toBeNull();
  });

  it("refuses somebody else, also an admin, and what is not there", async () => {
    const thread = await aThread();
    const admin = actorOf(await aMember({ role: "admin" }));
    expect(await codeOf(withdrawThread(admin, thread.id))).toBe("not_yours");
    expect(await codeOf(withdrawThread(admin, 987_654_321))).toBe("not_found");
    expect(await threadRow(thread.id)).toMatchObject({ visible: true });
  });

  it("happens once, also when sent twice at once", async () => {
    const author = await aMember();
    const thread = await aThread({ author });
    const twice = [1, 2].map(() => withdrawThread(actorOf(author), thread.id));
    expect(await outcomesOf(twice)).toEqual(["done", "not_found"]);
    expect(await eventsOf(thread.id)).toHaveLength(1);
    expect(await codeOf(withdrawThread(actorOf(author), thread.id))).toBe("not_found");
  });
});
