import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { appeals, cases, comments, decisions, members, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aThread, daysAgo, hoursAgo, type Member } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { decideCase, type NewDecision } from "./decide-case";
import {
  countUnseenOutcomes,
  getReportableMember,
  listOwnReports,
  noteOutcomesSeen,
  type OwnReport,
} from "./queries-report";
import { reportContent } from "./report-content";

async function aReport(given: Parameters<typeof aCase>[0] = {}) {
  const reporter = await aMember();
  const about = (given.thread ?? given.member) ? given : { ...given, thread: await aThread() };
  const { id } = await aCase({ ...about, reporter });
  return { reporter, caseId: id };
}

async function decide(caseId: number, choice: Partial<NewDecision> & Pick<NewDecision, "measure">) {
  const { version } = await caseRow(caseId);
  const said = { rule: "kindness" as const, reason: "It was unkind to somebody." };
  await decideCase(actorOf(await aMember({ role: "moderator" })), { case: caseId, version, ...said, ...choice });
}

async function seenBy({ id }: Member): Promise<OwnReport> {
  const { reports } = await listOwnReports(id);
  const [report] = reports;
  if (!report || reports.length > 1) throw new Error("there should be one report");
  return report;
}

const overturn = (caseId: number) =>
  db
    .update(decisions)
    .set({ overturnedAt: sql`now() + interval '1 second'` })
    .where(eq(decisions.caseId, caseId));

describe("a report, as its reporter sees it", () => {
  it("waits, is looked at for half an hour, and waits again", async () => {
    const { reporter, caseId } = await aReport();
    expect(await seenBy(reporter)).toMatchObject({ state: "waiting", unseen: false, objectUntil: null });
    const { id: claimedBy } = await aMember({ role: "moderator" });
    await db
      .update(cases)
      .set({ claimedBy, claimedAt: hoursAgo(0.1) })
      .where(eq(cases.id, caseId));
    expect(await seenBy(reporter)).toMatchObject({ state: "claimed", unseen: false });
    await db
      .update(cases)
      .set({ claimedAt: hoursAgo(0.6) })
      .where(eq(cases.id, caseId));
    expect(await seenBy(reporter)).toMatchObject({ state: "waiting" });
  });

  it("is hidden until somebody has looked: thread, comment and profile, each by its own state", async () => {
    const thread = await aThread();
    const comment = await aComment({ thread });
    const member = await aMember();
    const [ofThread, ofComment, ofProfile] = [
      await aReport({ thread }),
      await aReport({ thread, comment }),
      await aReport({ member }),
    ];
    await db
      .update(threads)
      .set({ hiddenAt: daysAgo(1) })
      .where(eq(threads.id, thread.id));
    expect((await seenBy(ofThread.reporter)).state).toBe("hidden");
    expect((await seenBy(ofComment.reporter)).state).toBe("waiting");
    await db
      .update(comments)
      .set({ hiddenAt: daysAgo(1) })
      .where(eq(comments.id, comment.id));
    expect((await seenBy(ofComment.reporter)).state).toBe("hidden");
    expect((await seenBy(ofProfile.reporter)).state).toBe("waiting");
    await db
      .update(members)
      .set({ bioHiddenAt: daysAgo(1) })
      .where(eq(members.id, member.id));
    expect((await seenBy(ofProfile.reporter)).state).toBe("hidden");
  });

  it.each([
    ["kept", { measure: "keep" }],
    ["done", { measure: "hide" }],
    ["done", { measure: "keep", penalty: "silence", days: 7 }],
    ["done", { measure: "keep", penalty: "ban" }],
  ] as const)("is %s after %o, and no more is told", async (state, choice) => {
    const { reporter, caseId } = await aReport();
    await decide(caseId, choice);
    const report = await seenBy(reporter);
    expect(report).toMatchObject({ state, unseen: true });
    expect(JSON.stringify(report)).not.toMatch(/silence|ban|hide|unkind/);
  });

  it("is taken back when what was done was overturned, and then is news again", async () => {
    const { reporter, caseId } = await aReport();
    await decide(caseId, { measure: "hide", penalty: "warn" });
    await noteOutcomesSeen(reporter.id, [(await seenBy(reporter)).id]);
    expect(await seenBy(reporter)).toMatchObject({ state: "done", unseen: false });
    await overturn(caseId);
    expect(await seenBy(reporter)).toMatchObject({ state: "taken_back", unseen: true, objectUntil: null });
  });

  it("can be objected to for 6 months where it was left as it is, once", async () => {
    const { reporter, caseId } = await aReport();
    await decide(caseId, { measure: "keep" });
    const { id: reportId, objectUntil, objected } = await seenBy(reporter);
    const days = ((objectUntil?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(180);
    expect(days).toBeLessThan(185);
    expect(objected).toBe(false);
    const [decision] = await db.select().from(decisions).where(eq(decisions.caseId, caseId));
    const appeal = { reportId, decisionId: decision?.id ?? 0, memberId: reporter.id, dueAt: daysAgo(-7) };
    await db.insert(appeals).values({ ...appeal, body: "It is not harmless at all, please look." });
    expect(await seenBy(reporter)).toMatchObject({ objected: true });
    await db
      .update(cases)
      .set({ closedAt: daysAgo(190) })
      .where(eq(cases.id, caseId));
    expect(await seenBy(reporter)).toMatchObject({ state: "kept", objectUntil: null });
  });
});

describe("what a report is called", () => {
  it("is the title while it can be read, also for members only", async () => {
    const thread = await aThread({ audience: "members" });
    const comment = await aComment({ thread });
    const { reporter } = await aReport({ thread, comment });
    const href = `/posts/${thread.id}/${thread.slug}#comment-1`;
    expect(await seenBy(reporter)).toMatchObject({ title: thread.title, position: 1, href });
    await db
      .update(comments)
      .set({ removedAt: daysAgo(1), removedBy: comment.authorId })
      .where(eq(comments.id, comment.id));
    expect(await seenBy(reporter)).toMatchObject({ title: thread.title, position: 1, href: null });
  });

  it.each([
    ["withdrawn", { withdrawnAt: daysAgo(1) }],
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
  ])("is not the title of what was %s", async (_name, state) => {
    const thread = await aThread();
    const { reporter } = await aReport({ thread });
    const removedBy = "removedAt" in state ? thread.authorId : null;
    await db
      .update(threads)
      .set({ ...state, removedBy })
      .where(eq(threads.id, thread.id));
    const { title, href } = await seenBy(reporter);
    expect([title.includes(thread.title), href]).toEqual([false, null]);
  });

  it("is the handle for a profile", async () => {
    const member = await aMember();
    const { reporter } = await aReport({ member });
    expect(await seenBy(reporter)).toMatchObject({
      title: `${member.handle}’s page`,
      href: `/members/${member.handle}`,
    });
  });
});

describe("outcomes", () => {
  it("are counted until their reporter has seen them, and nobody else can see them away", async () => {
    const { reporter, caseId } = await aReport();
    expect(await countUnseenOutcomes(reporter.id)).toBe(0);
    await decide(caseId, { measure: "hide" });
    expect(await countUnseenOutcomes(reporter.id)).toBe(1);
    const { id } = await seenBy(reporter);
    await noteOutcomesSeen((await aMember()).id, [id]);
    expect(await countUnseenOutcomes(reporter.id)).toBe(1);
    await noteOutcomesSeen(reporter.id, [id]);
    await noteOutcomesSeen(reporter.id, []);
    expect(await countUnseenOutcomes(reporter.id)).toBe(0);
  });

  it("are listed 25 at a time, the newest first, each once", async () => {
    const reporter = await aMember();
    const thread = await aThread();
    for (let n = 0; n < 30; n += 1) await aCase({ thread, comment: await aComment({ thread }), reporter });
    const first = await listOwnReports(reporter.id);
    const second = await listOwnReports(reporter.id, first.older);
    expect([first.reports.length, second.reports.length, second.older]).toEqual([25, 5, null]);
    const ids = [...first.reports, ...second.reports].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => other - one));
  });
});

describe("a profile", () => {
  it("is reported for what fits it, and shows nothing that is hidden", async () => {
    const member = await aMember({ bio: "I sell oil.", bioHtml: "<p>I sell oil.</p>" });
    const found = await getReportableMember(member.handle);
    expect(found).toMatchObject({ memberId: member.id, extract: "I sell oil.", href: `/members/${member.handle}` });
    expect(found?.reasons[0]).toBe("worried_about_person");
    expect(found?.reasons).not.toContain("off_topic");
    await db
      .update(members)
      .set({ bioHiddenAt: daysAgo(1) })
      .where(eq(members.id, member.id));
    expect(await getReportableMember(member.handle)).toMatchObject({ extract: "" });
    const report = { thread: 0, comment: 0, member: member.id, note: "" };
    const reporter = actorOf(await aMember());
    const { caseId } = await reportContent(reporter, { ...report, reason: "promotion" });
    expect(await caseRow(caseId)).toMatchObject({ memberId: member.id, threadId: null, authorId: member.id });
    expect(await codeOf(reportContent(reporter, { ...report, reason: "off_topic" }))).toBe("reason_unfit");
    expect(await codeOf(reportContent(actorOf(member), { ...report, reason: "spam" }))).toBe("report_own");
    expect(await codeOf(reportContent(reporter, { ...report, member: 0, reason: "spam" }))).toBe("not_found");
  });

  it("of a persona is none", async () => {
    const persona = await aMember({ kind: "persona", accountId: null, handle: "someone_calm_fern" });
    expect(await getReportableMember(persona.handle)).toBeNull();
    const report = { thread: 0, comment: 0, member: persona.id, reason: "spam" as const, note: "" };
    expect(await codeOf(reportContent(actorOf(await aMember()), report))).toBe("not_found");
  });
});
