import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import { postComment } from "@/lib/comments/post-comment";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aThread } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { aCase } from "@/lib/testing/reports";
import { threadRow } from "@/lib/testing/rows";
import { decideCase } from "./decide-case";

it("takes a comment before the lock or refuses it, however close the two come", async () => {
  const moderator = actorOf(await aMember({ role: "moderator" }));
  const writers = await Promise.all(Array.from({ length: 24 }, async () => actorOf(await aMember())));
  for (let round = 0; round < 3; round += 1) {
    const thread = await aThread();
    const { id, version } = await aCase({ thread });
    const say = (index: number) => {
      const [writer] = writers.slice(index % writers.length);
      if (!writer) throw new Error("nobody is there to write");
      return postComment(writer, { thread: thread.id, replyTo: null, body: "I am still writing.", key: "" });
    };
    const decision = { measure: "lock", rule: "on_topic", reason: "It has run its course." } as const;
    const lock = () => decideCase(moderator, { case: id, version, ...decision });
    // The lock comes into the middle of them.
    const first = writers.slice(0, 12).map((_writer, index) => say(index));
    const locking = lock();
    const second = writers.slice(12).map((_writer, index) => say(index + 12));
    const outcomes = await outcomesOf([...first, ...second]);
    await locking;
    const written = outcomes.filter((outcome) => outcome === "done").length;
    expect(outcomes.filter((outcome) => outcome !== "done" && outcome !== "thread_locked")).toEqual([]);
    expect(await codeOf(say(0))).toBe("thread_locked");
    const row = await threadRow(thread.id);
    expect(row).toMatchObject({ commentCount: written, lastPosition: written });
    const [counted] = await db
      .select({ n: sql<number>`count(*)::int` })
      .from(comments)
      .where(eq(comments.threadId, thread.id));
    expect(counted?.n).toBe(written);
  }
});
