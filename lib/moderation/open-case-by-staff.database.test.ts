import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, cases } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { aPersona, toldAsPersona } from "@/lib/testing/personas";
import { codeOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { threadRow } from "@/lib/testing/rows";
import { decideCase } from "./decide-case";
import { openCaseByStaff, type Looked } from "./open-case-by-staff";
import { getOpenable } from "./queries-openable";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));
const about = (given: Partial<Looked>): Looked => ({
  thread: 0,
  comment: 0,
  member: 0,
  reason: "harassment",
  ...given,
});
const noCaseOf = async (authorId: number) =>
  expect(await db.select().from(cases).where(eq(cases.authorId, authorId))).toEqual([]);

describe("openCaseByStaff", () => {
  it("opens a case about a thread, a comment or a profile, and logs who did", async () => {
    const moderator = await aModerator();
    const thread = await aThread();
    const comment = await aComment({ thread });
    const member = await aMember();
    for (const [looked, expected] of [
      [about({ thread: thread.id }), { threadId: thread.id, commentId: null, authorId: thread.authorId }],
      [about({ thread: thread.id, comment: 1 }), { commentId: comment.id, authorId: comment.authorId }],
      [about({ member: member.id }), { memberId: member.id, authorId: member.id, threadId: null }],
    ] as const) {
      const { id } = await openCaseByStaff(moderator, looked);
      expect(await caseRow(id)).toMatchObject({ ...expected, origin: "staff", reportCount: 0, closedAt: null });
      const lines = await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.subject, `case:${id}`));
      expect(lines).toMatchObject([
        { actorId: moderator.memberId, act: "case_open", detail: { reason: "harassment" } },
      ]);
    }
  });

  it("joins the case that is open, whose version stays unless the reason is graver", async () => {
    const thread = await aThread();
    const open = await aCase({ thread, reason: "harassment" });
    const moderator = await aModerator();
    expect(await openCaseByStaff(moderator, about({ thread: thread.id }))).toEqual({ id: open.id });
    expect(await caseRow(open.id)).toMatchObject({ version: open.version, origin: "report" });
    await openCaseByStaff(moderator, about({ thread: thread.id, reason: "worried_about_person" }));
    expect(await caseRow(open.id)).toMatchObject({
      ...{ reason: "worried_about_person", distressing: true, version: open.version + 1 },
    });
  });

  it("lets whoever opened it decide it", async () => {
    const [thread, moderator] = [await aThread(), await aModerator()];
    const { id } = await openCaseByStaff(moderator, about({ thread: thread.id }));
    const { version } = await caseRow(id);
    await decideCase(moderator, {
      case: id,
      version,
      measure: "hide",
      rule: "kindness",
      reason: "It is unkind to her.",
    });
    expect(await threadRow(thread.id)).toMatchObject({ visible: false });
  });

  it("refuses one's own words, a reason that does not fit, what is not there, and who is no moderator", async () => {
    const own = await aMember({ role: "moderator" });
    const [thread, withdrawn] = [await aThread({ author: own }), await aThread({ withdrawnAt: daysAgo(1) })];
    const stands = await aThread();
    const gone = await aComment({ thread: stands, withdrawnAt: daysAgo(1) });
    for (const [who, looked, code] of [
      [own, about({ thread: thread.id }), "report_own"],
      [own, about({ member: own.id }), "report_own"],
      [own, about({ member: stands.authorId, reason: "off_topic" }), "reason_unfit"],
      [own, about({ thread: withdrawn.id }), "not_found"],
      [own, about({ thread: stands.id, comment: gone.position }), "not_found"],
      [own, about({ thread: 987_654_321 }), "not_found"],
      [own, about({}), "not_found"],
      [await aMember(), about({ thread: stands.id }), "not_allowed"],
      [await aMember({ role: "editor" }), about({ thread: stands.id }), "not_allowed"],
    ] as const) {
      expect(await codeOf(openCaseByStaff(actorOf(who), looked))).toBe(code);
    }
    for (const id of [own.id, stands.authorId, withdrawn.authorId]) await noCaseOf(id);
  });

  it("takes a persona's words, and never the persona or the person", async () => {
    const person = await aMember({ role: "moderator" });
    const { thread, persona } = await toldAsPersona({ by: person });
    expect(await codeOf(openCaseByStaff(actorOf(person), about({ thread: thread.id })))).toBe("report_own");
    const { id } = await openCaseByStaff(await aModerator(), about({ thread: thread.id }));
    expect(await caseRow(id)).toMatchObject({ authorId: persona.id, memberId: null });
    expect(await codeOf(openCaseByStaff(await aModerator(), about({ member: persona.id })))).toBe("not_found");
  });
});

describe("getOpenable", () => {
  const wanted = (given: { thread?: number; comment?: number; member?: string }) => ({
    ...{ thread: 0, comment: 0, member: "" },
    ...given,
  });

  it("shows what it would be about, and the case that is open", async () => {
    const [moderator, thread] = [await aModerator(), await aThread({ hiddenAt: daysAgo(1) })];
    const comment = await aComment({ thread });
    expect(await getOpenable(moderator, wanted({ thread: thread.id }))).toMatchObject({
      ...{ thread: thread.id, comment: 0, member: 0, title: thread.title, openCase: null, viewerCan: true },
    });
    const open = await aCase({ thread, comment });
    const member = await aMember();
    const ofMember = await aCase({ member });
    for (const [about, expected] of [
      [
        { thread: thread.id, comment: 1 },
        { comment: 1, openCase: open.id, member: 0 },
      ],
      [{ thread: thread.id }, { comment: 0, openCase: null }],
      [{ member: member.handle }, { thread: 0, member: member.id, openCase: ofMember.id }],
    ] as const) {
      expect(await getOpenable(moderator, wanted(about))).toMatchObject(expected);
    }
  });

  it("finds nothing where a case cannot be, and does not offer one's own words", async () => {
    const own = await aMember({ role: "moderator" });
    const thread = await aThread({ author: own });
    expect(await getOpenable(actorOf(own), wanted({ thread: thread.id }))).toMatchObject({ viewerCan: false });
    const persona = await aPersona({ of: own });
    const withdrawn = await aThread({ withdrawnAt: daysAgo(1) });
    for (const about of [
      { member: persona.handle },
      { member: "nobody_at_all" },
      { member: "\u0000" },
      { thread: withdrawn.id },
      { thread: thread.id, comment: 9 },
      {},
    ]) {
      expect(await getOpenable(actorOf(own), wanted(about))).toBeNull();
    }
  });
});
