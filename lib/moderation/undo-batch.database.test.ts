import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { batches, comments, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { commentRow } from "@/lib/testing/rows";
import { aReportedComment, decisionsIn, inForce, seen, statementsTo } from "@/lib/testing/spam";
import { decideCase } from "./decide-case";
import { removeSpam } from "./remove-spam";
import { undoBatch } from "./undo-batch";

const aModerator = () => aMember({ role: "moderator" });

describe("undoBatch", () => {
  it("brings back exactly what was: shown, hidden, or waiting; and opens the cases", async () => {
    const [moderator, other] = [await aModerator(), await aModerator()];
    const author = await aMember();
    const shown = await aReportedComment(author);
    const hidden = await aReportedComment(author, { hiddenAt: daysAgo(2) });
    const held = await aThread({ author, heldAt: daysAgo(1) });
    const ofHeld = await aCase({ thread: held, reason: "spam" });
    const rows = async () => ({
      comments: await db
        .select()
        .from(comments)
        .where(inArray(comments.id, [shown.comment.id, hidden.comment.id]))
        .orderBy(comments.id),
      threads: await db
        .select()
        .from(threads)
        .where(inArray(threads.id, [shown.thread.id, hidden.thread.id, held.id]))
        .orderBy(threads.id),
    });
    const before = await rows();
    const opened = [shown.opened, hidden.opened, ofHeld];
    const { batchId } = await removeSpam(actorOf(moderator), { chosen: seen(...opened) });
    expect((await rows()).comments.every(({ visible }) => !visible)).toBe(true);
    const tags = await purgedBy(() => undoBatch(actorOf(other), { batch: batchId }));
    expect(tags).toEqual(expect.arrayContaining([`thread:${shown.thread.id}`, `thread:${held.id}`]));
    expect(await rows()).toEqual(before);
    for (const { id, version } of opened) {
      expect(await caseRow(id)).toMatchObject({ closedAt: null, version: version + 2 });
    }
    const [batch] = await db.select().from(batches).where(eq(batches.id, batchId));
    expect(batch).toMatchObject({ undoneBy: other.id, undoneAt: expect.any(Date) });
    expect((await decisionsIn(batchId)).every(({ overturnedAt }) => overturnedAt)).toBe(true);
  });

  it("ends the bans, and tells so", async () => {
    const spammer = await aMember({ joinedAt: daysAgo(1) });
    const { opened } = await aReportedComment(spammer);
    const moderator = actorOf(await aModerator());
    const { batchId } = await removeSpam(moderator, { chosen: seen(opened), bans: "newcomers" });
    await undoBatch(moderator, { batch: batchId });
    expect(await inForce(spammer)).toEqual([]);
    expect((await statementsTo(spammer)).map(({ kind }) => kind)).toEqual(["ban", "lift"]);
  });

  it("happens once, also when two press at once", async () => {
    const { opened, comment } = await aReportedComment(await aMember());
    const { batchId } = await removeSpam(actorOf(await aModerator()), { chosen: seen(opened) });
    const people = [actorOf(await aModerator()), actorOf(await aModerator())];
    const results = await Promise.allSettled(people.map((person) => undoBatch(person, { batch: batchId })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await caseRow(opened.id)).toMatchObject({ version: opened.version + 2 });
    expect(await commentRow(comment.id)).toMatchObject({ visible: true });
    expect(await codeOf(undoBatch(people[0] ?? actorOf(await aModerator()), { batch: batchId }))).toBe("batch_undone");
  });

  it("leaves what somebody has decided about one of the things since", async () => {
    const author = await aMember();
    const [one, other] = [await aReportedComment(author), await aReportedComment(author)];
    const moderator = actorOf(await aModerator());
    const { batchId } = await removeSpam(moderator, { chosen: seen(one.opened, other.opened) });
    const again = { case: one.opened.id, version: one.opened.version + 1, rule: "kindness" } as const;
    await decideCase(moderator, { ...again, measure: "restore", reason: "It is no spam at all." });
    const anew = { ...again, version: again.version + 1, measure: "remove", reason: "It insults somebody." } as const;
    await decideCase(moderator, anew);
    await undoBatch(moderator, { batch: batchId });
    expect(await commentRow(one.comment.id)).toMatchObject({ visible: false });
    expect(await caseRow(one.opened.id)).toMatchObject({ closedAt: expect.any(Date) });
    expect(await commentRow(other.comment.id)).toMatchObject({ visible: true });
  });

  it("leaves a case closed where another one about the same thing is open", async () => {
    const { thread, comment, opened } = await aReportedComment(await aMember());
    const moderator = actorOf(await aModerator());
    const { batchId } = await removeSpam(moderator, { chosen: seen(opened) });
    const newer = await aCase({ thread, comment });
    await undoBatch(moderator, { batch: batchId });
    expect(await caseRow(opened.id)).toMatchObject({ closedAt: expect.any(Date) });
    expect(await caseRow(newer.id)).toMatchObject({ closedAt: null });
    expect(await commentRow(comment.id)).toMatchObject({ visible: true });
  });

  it("is refused for one's own words, as a whole, and to whoever is no moderator", async () => {
    const author = await aModerator();
    const [own, other] = [await aReportedComment(author), await aReportedComment(await aMember())];
    const { batchId } = await removeSpam(actorOf(await aModerator()), { chosen: seen(own.opened, other.opened) });
    expect(await codeOf(undoBatch(actorOf(author), { batch: batchId }))).toBe("undo_own");
    expect(await commentRow(other.comment.id)).toMatchObject({ visible: false });
    expect(await codeOf(undoBatch(actorOf(await aMember()), { batch: batchId }))).toBe("not_allowed");
    expect(await codeOf(undoBatch(actorOf(author), { batch: 987_654_321 }))).toBe("not_found");
  });
});
