import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, reports } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { caseRow } from "@/lib/testing/reports";
import { eventsOf, usesOf } from "@/lib/testing/rows";
import { decideCase } from "./decide-case";
import { reportContent, type NewReport } from "./report-content";

const report = (thread: number, given: Partial<NewReport> = {}): NewReport => ({
  thread,
  comment: 0,
  reason: "spam",
  note: "",
  ...given,
});
const casesOf = (threadId: number) => db.select().from(cases).where(eq(cases.threadId, threadId));
const reportsOf = (caseId: number) => db.select().from(reports).where(eq(reports.caseId, caseId));
const hoursFromNow = (at: Date) => (at.getTime() - Date.now()) / 3_600_000;

describe("reportContent", () => {
  it("opens a case about the thread, and puts no page out of date", async () => {
    const thread = await aThread();
    const actor = actorOf(await aMember());
    let caseId = 0;
    const tags = await purgedBy(async () => {
      ({ caseId } = await reportContent(actor, report(thread.id, { note: "The same text is everywhere." })));
    });
    expect(tags).toEqual([]);
    const opened = await caseRow(caseId);
    expect(opened).toMatchObject({ threadId: thread.id, commentId: null, reason: "spam", reportCount: 1 });
    expect(hoursFromNow(opened.dueAt)).toBeCloseTo(48, 1);
    const note = "The same text is everywhere.";
    expect(await reportsOf(caseId)).toMatchObject([{ reporterId: actor.memberId, reason: "spam", note }]);
    const detail = { caseId };
    expect(await eventsOf(thread.id)).toEqual([{ kind: "content_reported", actorId: actor.memberId, detail }]);
  });

  it("keeps the thread and each of its comments apart", async () => {
    const thread = await aThread();
    const comment = await aComment({ thread });
    const actor = actorOf(await aMember());
    const ofThread = await reportContent(actor, report(thread.id));
    const ofComment = await reportContent(actor, report(thread.id, { comment: 1 }));
    expect(ofComment.caseId).not.toBe(ofThread.caseId);
    expect(await caseRow(ofComment.caseId)).toMatchObject({ commentId: comment.id });
  });

  it("joins all reports to one case, also at once", async () => {
    const thread = await aThread();
    // New here, so that nothing is hidden meanwhile.
    const people = await Promise.all(Array.from({ length: 6 }, () => aMember({ joinedAt: daysAgo(3) })));
    await Promise.all(people.map((person) => reportContent(actorOf(person), report(thread.id))));
    const [opened, ...others] = await casesOf(thread.id);
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ reportCount: 6 });
    expect(await reportsOf(Number(opened?.id))).toHaveLength(6);
  });

  it("counts one person once, and their turn once", async () => {
    const thread = await aThread();
    const member = await aMember();
    const again = () => reportContent(actorOf(member, { paced: true }), report(thread.id));
    const [one, two] = await Promise.all([again(), again()]);
    expect(one).toEqual(two);
    await again();
    expect(await caseRow(one.caseId)).toMatchObject({ reportCount: 1 });
    expect(await usesOf(`report:${member.id}:day`)).toBe(1);
  });

  it("takes the most urgent reason and the earliest time", async () => {
    const thread = await aThread();
    let caseId = 0;
    for (const [reason, leads, hours] of [
      ["other", "other", 48],
      ["worried_about_person", "worried_about_person", 1],
      ["unsafe_advice", "worried_about_person", 1],
    ] as const) {
      ({ caseId } = await reportContent(actorOf(await aMember()), report(thread.id, { reason })));
      const now = await caseRow(caseId);
      expect(now.reason).toBe(leads);
      expect(hoursFromNow(now.dueAt)).toBeCloseTo(hours, 1);
    }
    expect((await caseRow(caseId)).version).toBe(3);
  });

  it("opens a new case when the last one is closed", async () => {
    const thread = await aThread();
    const { caseId } = await reportContent(actorOf(await aMember()), report(thread.id));
    const moderator = actorOf(await aMember({ role: "moderator" }));
    const { version } = await caseRow(caseId);
    const reason = "It is all right as it is.";
    await decideCase(moderator, { case: caseId, version, measure: "keep", rule: "none", reason });
    const later = await reportContent(actorOf(await aMember()), report(thread.id));
    expect(later.caseId).not.toBe(caseId);
  });

  it("never breaks when a decision comes at the same moment", async () => {
    for (let n = 0; n < 5; n += 1) {
      const thread = await aThread();
      const { caseId } = await reportContent(actorOf(await aMember()), report(thread.id));
      const { version } = await caseRow(caseId);
      const [moderator, reader] = [actorOf(await aMember({ role: "moderator" })), actorOf(await aMember())];
      const decision = {
        case: caseId,
        version,
        measure: "hide" as const,
        rule: "safety" as const,
        reason: "To look at it.",
      };
      const outcomes = await outcomesOf([decideCase(moderator, decision), reportContent(reader, report(thread.id))]);
      // Whoever is second reads what the first one changed.
      expect([["done", "not_found"], ["case_changed", "done"]]).toContainEqual(outcomes); // prettier-ignore
    }
  });

  it.each([
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
    ["withdrawn", { withdrawnAt: daysAgo(1) }],
  ])("refuses what is %s", async (_name, state) => {
    const actor = actorOf(await aMember());
    const [gone, stands] = [await aThread(state), await aThread()];
    await aComment({ thread: gone });
    await aComment({ thread: stands, ...state });
    for (const attempt of [report(gone.id), report(gone.id, { comment: 1 }), report(stands.id, { comment: 1 })]) {
      expect(await codeOf(reportContent(actor, attempt))).toBe("not_found");
    }
    expect([...(await casesOf(gone.id)), ...(await casesOf(stands.id))]).toEqual([]);
  });

  it("refuses one's own words, and what never was", async () => {
    const author = await aMember();
    const thread = await aThread({ author });
    const actor = actorOf(author);
    expect(await codeOf(reportContent(actor, report(thread.id)))).toBe("report_own");
    expect(await codeOf(reportContent(actor, report(thread.id, { comment: 4 })))).toBe("not_found");
    expect(await codeOf(reportContent(actor, report(987_654_321)))).toBe("not_found");
    expect(await casesOf(thread.id)).toEqual([]);
  });

  it("stops at 20 a day", async () => {
    const actor = actorOf(await aMember(), { paced: true });
    const thread = await aThread();
    for (let n = 0; n < 21; n += 1) await aComment({ thread });
    const at = (comment: number) => reportContent(actor, report(thread.id, { comment }));
    for (let comment = 1; comment <= 20; comment += 1) await at(comment);
    expect(await codeOf(at(21))).toBe("rate_limited");
    expect(await casesOf(thread.id)).toHaveLength(20);
  });
});
