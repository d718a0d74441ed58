import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, decisions, statements } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { outcomesOf } from "@/lib/testing/refusals";
import { caseRow } from "@/lib/testing/reports";
import { commentRow, threadRow, waitingJobs } from "@/lib/testing/rows";
import { decideCase } from "./decide-case";
import { reportContent } from "./report-content";
import type { ReportReason } from "./schema";

const newHere = () => aMember({ joinedAt: daysAgo(3) });
const decisionsOn = (threadId: number) =>
  db
    .select({ decision: decisions, statement: statements })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(statements, eq(statements.decisionId, decisions.id))
    .where(eq(cases.threadId, threadId));

async function reportedBy(people: { id: number }[], thread: number, reason: ReportReason = "harassment", comment = 0) {
  let caseId = 0;
  for (const person of people) {
    const actor = actorOf(person as Awaited<ReturnType<typeof aMember>>);
    ({ caseId } = await reportContent(actor, { thread, comment, reason, note: "" }));
  }
  return caseId;
}

describe("enough reports", () => {
  it("hide a thread with a statement of the software's own, and leave its case open for a person", async () => {
    const thread = await aThread();
    await reportedBy([await newHere(), await aMember()], thread.id);
    expect(await threadRow(thread.id)).toMatchObject({ visible: true });
    let caseId = 0;
    const tags = await purgedBy(async () => {
      caseId = await reportedBy([await newHere()], thread.id);
    });
    expect(tags).toContain(`thread:${thread.id}`);
    expect(await threadRow(thread.id)).toMatchObject({ visible: false, hiddenBy: null });
    expect(await caseRow(caseId)).toMatchObject({ closedAt: null, autoHiddenAt: expect.any(Date) });
    const [made, ...more] = await decisionsOn(thread.id);
    expect(more).toEqual([]);
    expect(made?.decision).toMatchObject({ moderatorId: null, kind: "hide", rule: "kindness" });
    expect(made?.statement).toMatchObject({ automated: true, source: "report", memberId: thread.authorId });
    const payload = { statementId: made?.statement?.id };
    expect(await waitingJobs()).toContainEqual({ task: "send_statement_mail", payload });
  });

  it("hide a comment and count it no more", async () => {
    const thread = await aThread();
    const comment = await aComment({ thread });
    await reportedBy([await aMember(), await newHere(), await newHere()], thread.id, "spam", 1);
    expect(await commentRow(comment.id)).toMatchObject({ visible: false });
    expect(await threadRow(thread.id)).toMatchObject({ visible: true, commentCount: 0 });
  });

  it("do it once, also when the third and later ones come at the same moment", async () => {
    const thread = await aThread();
    const people = await Promise.all(Array.from({ length: 8 }, () => aMember()));
    const reports = people.map((person) =>
      reportContent(actorOf(person), { thread: thread.id, comment: 0, reason: "harassment", note: "" }),
    );
    // Whoever comes after it was hidden finds nothing to report.
    const outcomes = await outcomesOf(reports);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(3);
    expect(await decisionsOn(thread.id)).toHaveLength(1);
  });

  it("never hide somebody about whom people worry, nor what only new members report", async () => {
    const [worried, disliked, mixed] = [await aThread(), await aThread(), await aThread()];
    const five = () => Promise.all(Array.from({ length: 5 }, () => aMember()));
    await reportedBy(await five(), worried.id, "worried_about_person");
    await reportedBy([await newHere(), await newHere(), await newHere(), await newHere()], disliked.id);
    await reportedBy([await aMember()], mixed.id, "worried_about_person");
    await reportedBy(await five(), mixed.id, "harassment");
    for (const { id } of [worried, disliked, mixed]) expect(await threadRow(id)).toMatchObject({ visible: true });
  });

  it("do not hide again what a moderator has let stand", async () => {
    const thread = await aThread();
    const caseId = await reportedBy([await aMember(), await aMember(), await aMember()], thread.id);
    const moderator = actorOf(await aMember({ role: "moderator" }));
    const { version } = await caseRow(caseId);
    const reason = "It is blunt, and it is within the rules.";
    await decideCase(moderator, { case: caseId, version, measure: "restore", rule: "none", reason });
    await reportedBy([await aMember(), await aMember(), await aMember()], thread.id);
    expect(await threadRow(thread.id)).toMatchObject({ visible: true });
  });
});
