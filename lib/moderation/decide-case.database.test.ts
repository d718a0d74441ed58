import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, decisions, statements } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { commentRow, countOf, eventsOf, threadRow, waitingJobs } from "@/lib/testing/rows";
import { decideCase, type NewDecision } from "./decide-case";

const decision = (about: { id: number; version: number }, given: Partial<NewDecision> = {}): NewDecision => ({
  case: about.id,
  version: about.version,
  measure: "hide",
  rule: "kindness",
  reason: "It is unkind to the person.",
  ...given,
});
const aModerator = async () => actorOf(await aMember({ role: "moderator" }));
const logOf = (subject: string) => db.select().from(auditLog).where(eq(auditLog.subject, subject));
const statementsOf = (memberId: number) => db.select().from(statements).where(eq(statements.memberId, memberId));

describe("decideCase", () => {
  it("hides the thread, closes the case, tells its author and writes the log", async () => {
    const thread = await aThread();
    const opened = await aCase({ thread });
    const moderator = await aModerator();
    const tags = await purgedBy(() => decideCase(moderator, decision(opened)));
    const [made] = await db.select().from(decisions).where(eq(decisions.caseId, opened.id));
    const decisionId = made?.id ?? 0;
    expect(tags).toEqual(
      [
        `thread:${thread.id}`,
        "list:home",
        `list:member:${thread.authorId}`,
        `list:technique:${thread.techniqueId}`,
        "list:transparency",
      ].sort(),
    );
    expect(await threadRow(thread.id)).toMatchObject({ visible: false, hiddenBy: moderator.memberId });
    const closed = await caseRow(opened.id);
    expect(closed).toMatchObject({ version: opened.version + 1 });
    expect(closed.closedAt).not.toBeNull();
    const [statement] = await statementsOf(thread.authorId);
    expect(statement).toMatchObject({
      ...{ decisionId, seenAt: null, kind: "hide", scope: "text", facts: "It is unkind to the person." },
      ...{ rule: "kindness", source: "report", automated: false, endsAt: null },
    });
    expect(await waitingJobs()).toContainEqual({
      task: "send_statement_mail",
      payload: { statementId: statement?.id },
    });
    const detail = { decisionId, kind: "hide", rule: "kindness" };
    expect(await logOf(`case:${opened.id}`)).toMatchObject([{ actorId: moderator.memberId, act: "case_hide", detail }]);
    expect(await eventsOf(thread.id)).toEqual([
      {
        kind: "case_decided",
        actorId: moderator.memberId,
        detail: { caseId: opened.id, measure: "hide", penalty: null },
      },
    ]);
  });

  it("leaves the thing and its author in peace when it is dismissed", async () => {
    const thread = await aThread();
    const opened = await aCase({ thread });
    await decideCase(await aModerator(), decision(opened, { measure: "keep", rule: "none" }));
    expect(await threadRow(thread.id)).toMatchObject({ visible: true });
    expect(await statementsOf(thread.authorId)).toEqual([]);
    expect(await logOf(`case:${opened.id}`)).toHaveLength(1);
  });

  it("takes a comment out of the count and puts it back", async () => {
    const thread = await aThread();
    const comment = await aComment({ thread });
    await aComment({ thread });
    for (const [measure, visible, count] of [
      ["hide", false, 1],
      ["remove", false, 1],
      ["restore", true, 2],
    ] as const) {
      const opened = await aCase({ thread, comment });
      await decideCase(await aModerator(), decision(opened, { measure }));
      expect(await commentRow(comment.id)).toMatchObject({ visible });
      expect(await threadRow(thread.id)).toMatchObject({ visible: true, commentCount: count, lastPosition: 2 });
    }
    expect(await statementsOf(comment.authorId)).toHaveLength(3);
  });

  it("locks and unlocks", async () => {
    const thread = await aThread();
    const moderator = await aModerator();
    await decideCase(moderator, decision(await aCase({ thread }), { measure: "lock" }));
    expect(await threadRow(thread.id)).toMatchObject({ lockedBy: moderator.memberId, visible: true });
    await decideCase(moderator, decision(await aCase({ thread }), { measure: "lift_lock" }));
    expect(await threadRow(thread.id)).toMatchObject({ lockedAt: null, lockedBy: null });
  });

  it("lets one of two moderators decide", async () => {
    const thread = await aThread();
    const opened = await aCase({ thread });
    const attempts = [await aModerator(), await aModerator()].map((moderator, index) =>
      decideCase(moderator, decision(opened, { measure: index ? "hide" : "remove" })),
    );
    expect(await outcomesOf(attempts)).toEqual(["case_changed", "done"]);
    expect(await db.select().from(decisions).where(eq(decisions.caseId, opened.id))).toHaveLength(1);
    expect(await statementsOf(thread.authorId)).toHaveLength(1);
  });

  it("refuses a case that has changed since it was read", async () => {
    const opened = await aCase({ thread: await aThread() });
    expect(await codeOf(decideCase(await aModerator(), decision({ id: opened.id, version: 99 })))).toBe("case_changed");
  });

  it("refuses one's own words, one's own report, and who is no moderator; and writes nothing", async () => {
    const author = await aMember({ role: "moderator" });
    const reporter = await aMember({ role: "admin" });
    const thread = await aThread({ author });
    const opened = await aCase({ thread, reporter });
    const [jobs, log] = [await waitingJobs(), await countOf("audit_log")];
    for (const [member, code] of [
      [author, "decide_own"],
      [reporter, "decide_own"],
      [await aMember(), "not_allowed"],
      [await aMember({ role: "editor" }), "not_allowed"],
    ] as const) {
      const tags = await purgedBy(async () => {
        expect(await codeOf(decideCase(actorOf(member), decision(opened)))).toBe(code);
      });
      expect(tags).toEqual([]);
    }
    expect(await threadRow(thread.id)).toMatchObject({ visible: true });
    expect(await caseRow(opened.id)).toMatchObject({ closedAt: null, version: opened.version });
    expect(await waitingJobs()).toEqual(jobs);
    expect(await countOf("audit_log")).toBe(log);
    expect(await eventsOf(thread.id)).toEqual([]);
  });

  it("refuses what does not fit the thing", async () => {
    const moderator = await aModerator();
    const withdrawn = await aThread({ withdrawnAt: daysAgo(1) });
    const stands = await aThread();
    const comment = await aComment({ thread: stands });
    for (const [about, measure] of [
      [{ thread: withdrawn }, "hide"],
      [{ thread: withdrawn }, "restore"],
      [{ thread: stands }, "restore"],
      [{ thread: stands }, "lift_lock"],
      [{ thread: stands, comment }, "lock"],
    ] as const) {
      const opened = await aCase({ ...about, reporter: await aMember() });
      expect(await codeOf(decideCase(moderator, decision(opened, { measure })))).toBe("decision_not_offered");
      await db.execute(sql`UPDATE cases SET closed_at = now() WHERE id = ${opened.id}`);
    }
    expect(await codeOf(decideCase(moderator, decision({ id: 987_654_321, version: 1 })))).toBe("not_found");
  });
});
