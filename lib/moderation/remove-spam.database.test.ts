import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, batches, cases, comments, decisions, restrictions, statements, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { codeOf, refusalOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { commentRow, countOf, threadRow, waitingJobs } from "@/lib/testing/rows";
import { claimNextCase } from "./claim-next-case";
import { decideCase } from "./decide-case";
import { removeSpam } from "./remove-spam";
import { reportContent } from "./report-content";
import { undoBatch } from "./undo-batch";

const aModerator = () => aMember({ role: "moderator" });
const seen = (...made: { id: number; version: number }[]) => made.map(({ id, version }) => ({ id, version }));
const decisionsOf = (batchId: number) =>
  db.select().from(decisions).where(eq(decisions.batchId, batchId)).orderBy(decisions.id);
const inForce = (member: { id: number }) =>
  db
    .select()
    .from(restrictions)
    .where(sql`${restrictions.memberId} = ${member.id} AND ${restrictions.liftedAt} IS NULL`);
const statementsOf = ({ id }: { id: number }) => db.select().from(statements).where(eq(statements.memberId, id));

/** A comment under a thread of somebody else's, with its case. */
async function aReported(author: Member, given: Partial<typeof comments.$inferInsert> = {}) {
  const thread = await aThread();
  const comment = await aComment({ thread, author, ...given });
  return { thread, comment, opened: await aCase({ thread, comment, reason: "spam" }) };
}

describe("removeSpam", () => {
  it("removes everything as one, closes the cases, and tells nobody", async () => {
    const moderator = await aModerator();
    const author = await aMember();
    const one = await aReported(author);
    const thread = await aThread({ author });
    const other = await aCase({ thread, reason: "spam" });
    let made = { batchId: 0 };
    const tags = await purgedBy(async () => {
      made = await removeSpam(actorOf(moderator), { chosen: seen(one.opened, other) });
    });
    expect(made).toMatchObject({ skipped: [] });
    expect(tags).toEqual(expect.arrayContaining([`thread:${thread.id}`, `thread:${one.thread.id}`, "list:home"]));
    expect(await commentRow(one.comment.id)).toMatchObject({ visible: false, removedBy: moderator.id });
    expect(await threadRow(one.thread.id)).toMatchObject({ commentCount: 0, visible: true });
    expect(await threadRow(thread.id)).toMatchObject({ visible: false, removedBy: moderator.id });
    for (const { id, version } of [one.opened, other]) {
      expect(await caseRow(id)).toMatchObject({ closedAt: expect.any(Date), version: version + 1 });
    }
    expect(await decisionsOf(made.batchId)).toMatchObject([
      { kind: "remove", rule: "spam", moderatorId: moderator.id, caseId: one.opened.id },
      { kind: "remove", rule: "spam", moderatorId: moderator.id, caseId: other.id },
    ]);
    expect(await statementsOf(author)).toEqual([]);
    expect(await waitingJobs()).toEqual([]);
    const lines = await db.select().from(auditLog).where(eq(auditLog.actorId, moderator.id)).orderBy(auditLog.id);
    expect(lines.map(({ act, subject }) => `${act} ${subject}`)).toEqual([
      `batch_decide batch:${made.batchId}`,
      `case_remove case:${one.opened.id}`,
      `case_remove case:${other.id}`,
    ]);
  });

  it("bans only newcomers, once each, and every one of them is told why", async () => {
    const spammer = await aMember({ joinedAt: daysAgo(1) });
    const regular = await aMember();
    const provider = await aMember({ joinedAt: daysAgo(1), role: "provider" });
    const reported = [
      await aReported(spammer),
      await aReported(spammer),
      await aReported(regular),
      await aReported(provider),
    ];
    const chosen = seen(...reported.map(({ opened }) => opened));
    const { batchId } = await removeSpam(actorOf(await aModerator()), { chosen, bans: "newcomers" });
    const kinds = (await decisionsOf(batchId)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["ban", "remove", "remove", "remove", "remove"]);
    expect(await inForce(spammer)).toMatchObject([{ kind: "ban", endsAt: null }]);
    expect(await inForce(regular)).toEqual([]);
    expect(await inForce(provider)).toEqual([]);
    const [statement, ...more] = await statementsOf(spammer);
    expect(more).toEqual([]);
    expect(statement).toMatchObject({ kind: "ban", rule: "spam", scope: "account", automated: false });
    expect(await waitingJobs()).toContainEqual({
      task: "send_statement_mail",
      payload: { statementId: statement?.id },
    });
  });

  it("leaves out, and names, what has changed or may not be removed", async () => {
    const moderator = await aModerator();
    const author = await aMember();
    const fine = await aReported(author);
    const changed = await aReported(author);
    await db.update(cases).set({ version: 7 }).where(eq(cases.id, changed.opened.id));
    const own = await aReported(moderator);
    const withdrawn = await aReported(author, { withdrawnAt: daysAgo(1) });
    const profile = await aCase({ member: author });
    const chosen = seen(fine.opened, changed.opened, own.opened, withdrawn.opened, profile);
    const { batchId, skipped } = await removeSpam(actorOf(moderator), { chosen });
    expect(await decisionsOf(batchId)).toHaveLength(1);
    expect(skipped).toEqual([
      { id: changed.opened.id, why: "changed" },
      { id: own.opened.id, why: "own" },
      { id: withdrawn.opened.id, why: "unfit" },
      { id: profile.id, why: "unfit" },
    ]);
    expect(await commentRow(own.comment.id)).toMatchObject({ visible: true });
    expect(await caseRow(own.opened.id)).toMatchObject({ closedAt: null });
  });

  it("has one effect when it is sent twice", async () => {
    const moderator = actorOf(await aModerator());
    const { opened } = await aReported(await aMember());
    const sent = () => removeSpam(moderator, { chosen: seen(opened) });
    const [one, other] = await Promise.all([sent(), sent()]);
    expect(one.batchId).toBe(other.batchId);
    expect(await decisionsOf(one.batchId)).toHaveLength(1);
  });

  it("refuses when nothing is left to remove, and whoever is no moderator", async () => {
    const { opened } = await aReported(await aMember());
    const stale = { chosen: [{ id: opened.id, version: 9 }] };
    const before = await countOf("batches");
    expect(await refusalOf(removeSpam(actorOf(await aModerator()), stale))).toMatchObject({
      code: "nothing_removed",
      status: 409,
    });
    expect(await codeOf(removeSpam(actorOf(await aMember()), { chosen: seen(opened) }))).toBe("not_allowed");
    expect(await countOf("batches")).toBe(before);
  });
});

describe("undoBatch", () => {
  it("brings back exactly what was: shown, hidden, or waiting; and opens the cases", async () => {
    const [moderator, other] = [await aModerator(), await aModerator()];
    const author = await aMember();
    const shown = await aReported(author);
    const hidden = await aReported(author, { hiddenAt: daysAgo(2) });
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
    expect((await decisionsOf(batchId)).every(({ overturnedAt }) => overturnedAt)).toBe(true);
  });

  it("ends the bans, and tells so", async () => {
    const spammer = await aMember({ joinedAt: daysAgo(1) });
    const { opened } = await aReported(spammer);
    const moderator = actorOf(await aModerator());
    const { batchId } = await removeSpam(moderator, { chosen: seen(opened), bans: "newcomers" });
    await undoBatch(moderator, { batch: batchId });
    expect(await inForce(spammer)).toEqual([]);
    expect((await statementsOf(spammer)).map(({ kind }) => kind)).toEqual(["ban", "lift"]);
  });

  it("happens once, also when two press at once", async () => {
    const { opened, comment } = await aReported(await aMember());
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
    const [one, other] = [await aReported(author), await aReported(author)];
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
    const { thread, comment, opened } = await aReported(await aMember());
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
    const [own, other] = [await aReported(author), await aReported(await aMember())];
    const { batchId } = await removeSpam(actorOf(await aModerator()), { chosen: seen(own.opened, other.opened) });
    expect(await codeOf(undoBatch(actorOf(author), { batch: batchId }))).toBe("undo_own");
    expect(await commentRow(other.comment.id)).toMatchObject({ visible: false });
    expect(await codeOf(undoBatch(actorOf(await aMember()), { batch: batchId }))).toBe("not_allowed");
    expect(await codeOf(undoBatch(actorOf(author), { batch: 987_654_321 }))).toBe("not_found");
  });
});

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
