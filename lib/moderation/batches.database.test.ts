import { inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { batches, comments, decisions, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { inForce } from "@/lib/testing/spam";
import { claimNextCase } from "./claim-next-case";
import { decideCase } from "./decide-case";
import { removeSpam } from "./remove-spam";
import { reportContent } from "./report-content";
import { undoBatch } from "./undo-batch";

const aModerator = () => aMember({ role: "moderator" });

describe("a hundred at once", () => {
  it("meet decisions, reports, claims and another batch without a deadlock, and are undone exactly", async () => {
    const moderator = await aModerator();
    const spammers = await Promise.all(Array.from({ length: 5 }, () => aMember({ joinedAt: daysAgo(1) })));
    const places = await Promise.all(Array.from({ length: 10 }, () => aThread()));
    const reporter = await aMember();
    const opened: { id: number; version: number }[] = [];
    for (let n = 0; n < 100; n += 1) {
      const [thread, author] = [places[(n * 7) % 10], spammers[n % 5]];
      if (!thread || !author) throw new Error("there is no place for it");
      const comment = await aComment({ thread, author });
      opened.push(await aCase({ thread, comment, reason: "spam", reporter }));
    }
    const standing = async () => ({
      comments: await db
        .select({ id: comments.id, removedAt: comments.removedAt, visible: comments.visible })
        .from(comments)
        .orderBy(comments.id),
      counts: await db.select({ id: threads.id, count: threads.commentCount }).from(threads).orderBy(threads.id),
    });
    const before = await standing();
    const late = [await aModerator(), await aModerator()];
    const keep = { measure: "keep", rule: "none", reason: "It is within the rules." } as const;
    const attempts = [
      removeSpam(actorOf(moderator), { chosen: opened.toReversed(), bans: "newcomers" }),
      removeSpam(actorOf(late[0] ?? moderator), { chosen: opened.slice(40, 60), bans: "newcomers" }),
      ...opened.slice(20, 40).map(({ id, version }) => decideCase(actorOf(moderator), { case: id, version, ...keep })),
      ...late.map((person) => claimNextCase(actorOf(person), {})),
      ...places.map((thread, n) =>
        reportContent(actorOf(reporter), { thread: thread.id, comment: n + 1, reason: "harassment", note: "" }),
      ),
    ];
    const results = await Promise.allSettled(attempts);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ name: "Refusal" });
    }
    const made = await db
      .select()
      .from(decisions)
      .where(
        inArray(
          decisions.caseId,
          opened.map(({ id }) => id),
        ),
      );
    const aboutWords = made.filter(({ kind }) => kind !== "ban");
    expect(new Set(aboutWords.map(({ caseId }) => caseId)).size).toBe(aboutWords.length);
    for (const author of spammers) expect((await inForce(author)).length).toBeLessThanOrEqual(1);
    for (const { id } of await db
      .select()
      .from(batches)
      .where(sql`undone_at IS NULL AND moderator_id IN (${moderator.id}, ${late[0]?.id})`)) {
      await undoBatch(actorOf(late[1] ?? moderator), { batch: id });
    }
    expect(await standing()).toEqual(before);
    for (const author of spammers) expect(await inForce(author)).toEqual([]);
  }, 60_000);
});
