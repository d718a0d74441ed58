import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, cases } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, refusalOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { commentRow, countOf, threadRow, waitingJobs } from "@/lib/testing/rows";
import { aReportedComment, decisionsIn, inForce, seen, statementsTo } from "@/lib/testing/spam";
import { removeSpam } from "./remove-spam";

const aModerator = () => aMember({ role: "moderator" });

describe("removeSpam", () => {
  it("removes everything as one, closes the cases, and tells nobody", async () => {
    const moderator = await aModerator();
    const author = await aMember();
    const one = await aReportedComment(author);
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
    expect(await decisionsIn(made.batchId)).toMatchObject([
      { kind: "remove", rule: "spam", moderatorId: moderator.id, caseId: one.opened.id },
      { kind: "remove", rule: "spam", moderatorId: moderator.id, caseId: other.id },
    ]);
    expect(await statementsTo(author)).toEqual([]);
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
      await aReportedComment(spammer),
      await aReportedComment(spammer),
      await aReportedComment(regular),
      await aReportedComment(provider),
    ];
    const chosen = seen(...reported.map(({ opened }) => opened));
    const { batchId } = await removeSpam(actorOf(await aModerator()), { chosen, bans: "newcomers" });
    const kinds = (await decisionsIn(batchId)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["ban", "remove", "remove", "remove", "remove"]);
    expect(await inForce(spammer)).toMatchObject([{ kind: "ban", endsAt: null }]);
    expect(await inForce(regular)).toEqual([]);
    expect(await inForce(provider)).toEqual([]);
    const [statement, ...more] = await statementsTo(spammer);
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
    const fine = await aReportedComment(author);
    const changed = await aReportedComment(author);
    await db.update(cases).set({ version: 7 }).where(eq(cases.id, changed.opened.id));
    const own = await aReportedComment(moderator);
    const withdrawn = await aReportedComment(author, { withdrawnAt: daysAgo(1) });
    const profile = await aCase({ member: author });
    const chosen = seen(fine.opened, changed.opened, own.opened, withdrawn.opened, profile);
    const { batchId, skipped } = await removeSpam(actorOf(moderator), { chosen });
    expect(await decisionsIn(batchId)).toHaveLength(1);
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
    const { opened } = await aReportedComment(await aMember());
    const sent = () => removeSpam(moderator, { chosen: seen(opened) });
    const [one, other] = await Promise.all([sent(), sent()]);
    expect(one.batchId).toBe(other.batchId);
    expect(await decisionsIn(one.batchId)).toHaveLength(1);
  });

  it("refuses when nothing is left to remove, and whoever is no moderator", async () => {
    const { opened } = await aReportedComment(await aMember());
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
