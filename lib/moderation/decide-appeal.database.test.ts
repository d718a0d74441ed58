import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { appeals, auditLog, cases } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aConversation, aModerator, answer, appealRow, appealTo, decidedOn, objection } from "@/lib/testing/appealed";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, aTechnique, aThread, type Member } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { countOf, eventsOf, threadRow, waitingJobs } from "@/lib/testing/rows";
import { aTold } from "@/lib/testing/told";
import { tellWhatHelped } from "@/lib/testimonials/tell-what-helped";
import { decideAppeal, type Answer } from "./decide-appeal";
import { decideCase } from "./decide-case";
import { getAppeal, listAppeals } from "./queries-appeal";
import { submitAppeal } from "./submit-appeal";

async function appealed() {
  const { author, thread } = await aConversation();
  const decided = await decidedOn({ thread });
  return { author, thread, ...decided, appeal: await appealTo(author, decided.statement) };
}

const said = (appeal: number, given: Partial<Answer> = {}): Answer => ({
  ...{ appeal, version: 1, outcome: "upheld", answer: "You are right, and we are sorry." },
  ...given,
});

describe("decideAppeal", () => {
  it("takes the decision back, answers by mail, and writes the log", async () => {
    const { thread, caseId, made, appeal } = await appealed();
    const moderator = await answer(appeal, "upheld");
    expect(await threadRow(thread.id)).toMatchObject({ visible: true, hiddenAt: null });
    expect(await appealRow(appeal)).toMatchObject({ outcome: "upheld", decidedBy: moderator.memberId, version: 2 });
    expect(await waitingJobs()).toContainEqual({ task: "send_appeal_answer", payload: { appealId: appeal } });
    const log = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `appeal:${appeal}`));
    const detail = { decisionId: made.id, caseId, kind: "hide" };
    expect(log).toMatchObject([{ actorId: moderator.memberId, act: "appeal_uphold", detail }]);
    expect((await eventsOf(thread.id)).at(-1)).toEqual({
      ...{ kind: "appeal_decided", actorId: moderator.memberId },
      detail: { appealId: appeal, decisionId: made.id, outcome: "upheld" },
    });
  });

  it("lets the decision stand, and changes nothing else", async () => {
    const { thread, caseId, appeal } = await appealed();
    const [before, closed] = [await threadRow(thread.id), await caseRow(caseId)];
    await answer(appeal, "refused");
    expect(await threadRow(thread.id)).toEqual(before);
    expect(await caseRow(caseId)).toEqual(closed);
    expect(await appealRow(appeal)).toMatchObject({ outcome: "refused" });
    expect(await waitingJobs()).toContainEqual({ task: "send_appeal_answer", payload: { appealId: appeal } });
  });

  it("is not for whoever decided, reported, wrote or objects, nor for members; and writes nothing", async () => {
    const author = await aMember({ role: "moderator" });
    const reporter = await aMember({ role: "admin" });
    const thread = await aThread({ author });
    const { statement, moderator } = await decidedOn({ thread, reporter });
    const appeal = await appealTo(author, statement);
    const [jobs, log] = [await waitingJobs(), await countOf("audit_log")];
    for (const [actor, code] of [
      [moderator, "answer_own_decision"],
      [actorOf(author), "decide_own"],
      [actorOf(reporter), "decide_own"],
      [actorOf(await aMember()), "not_allowed"],
      [actorOf(await aMember({ role: "editor" })), "not_allowed"],
    ] as const) {
      const tags = await purgedBy(async () => {
        expect(await codeOf(decideAppeal(actor, said(appeal)))).toBe(code);
      });
      expect(tags).toEqual([]);
      const page = await getAppeal(actor, appeal);
      expect(page?.refusal).toBe(code);
    }
    expect(await appealRow(appeal)).toMatchObject({ decidedAt: null, version: 1 });
    expect(await waitingJobs()).toEqual(jobs);
    expect(await countOf("audit_log")).toBe(log);
    expect(await codeOf(decideAppeal(await aModerator(), said(987_654_321)))).toBe("not_found");
  });

  it("is not for a moderator who told under another name", async () => {
    const [member, technique] = [await aMember({ role: "moderator" }), await aTechnique()];
    const told = await tellWhatHelped(actorOf(member), aTold({ technique: technique.slug, naming: "once" }));
    const thread = await threadRow(told.id);
    const { statement } = await decidedOn({ thread }, { measure: "remove" });
    const appeal = await appealTo(member, statement);
    expect(await codeOf(decideAppeal(actorOf(member), said(appeal)))).toBe("decide_own");
    const rows = (await listAppeals(actorOf(member), null)).rows.filter(({ id }) => id === appeal);
    expect(rows).toMatchObject([{ mayAnswer: false }]);
  });
});

describe("the database", () => {
  const by = (id: number) => sql`decided_at = now(), decided_by = ${id}, outcome = 'upheld', answer = 'It was wrong.'`;

  it("refuses whoever decided first and whoever objects, whoever writes it, and however", async () => {
    const { author, appeal, moderator, made, statement } = await appealed();
    for (const id of [moderator.memberId, author.id]) {
      await expect(db.execute(sql`UPDATE appeals SET ${by(id)} WHERE id = ${appeal}`)).rejects.toThrow();
      const owned = asOwner((tx) => tx.execute(sql`UPDATE appeals SET ${by(id)} WHERE id = ${appeal}`));
      await expect(owned).rejects.toMatchObject({ cause: { code: "23001" } });
    }
    await db.delete(appeals).where(eq(appeals.id, appeal));
    for (const id of [moderator.memberId, author.id]) {
      const written = asOwner((tx) =>
        tx.execute(sql`
          INSERT INTO appeals (statement_id, decision_id, member_id, body, due_at, decided_at, decided_by, outcome, answer)
          VALUES (${statement?.id}, ${made.id}, ${author.id}, ${objection}, now(), now(), ${id}, 'refused', 'It is as it was.')`),
      );
      await expect(written).rejects.toMatchObject({ cause: { code: "23001" } });
    }
  });

  it("lets anybody else", async () => {
    const { appeal } = await appealed();
    const other = await aModerator();
    await asOwner((tx) => tx.execute(sql`UPDATE appeals SET ${by(other.memberId)} WHERE id = ${appeal}`));
    expect(await appealRow(appeal)).toMatchObject({ decidedBy: other.memberId });
  });
});

describe("at the same moment", () => {
  it("two moderators give one answer, and the second learns of the first", async () => {
    const { appeal, thread } = await appealed();
    const two = [await aModerator(), await aModerator()];
    const attempts = two.map((moderator, n) =>
      decideAppeal(moderator, said(appeal, { outcome: n ? "upheld" : "refused" })),
    );
    expect(await outcomesOf(attempts)).toEqual(["appeal_changed", "done"]);
    const row = await appealRow(appeal);
    const first = two.find(({ memberId }) => memberId === row.decidedBy);
    expect((await threadRow(thread.id)).visible).toBe(row.outcome === "upheld");
    const refusal = await refusalOf(decideAppeal(await aModerator(), said(appeal)));
    expect(refusal).toMatchObject({ code: "appeal_changed", status: 409, facts: { who: first?.handle } });
    expect((await waitingJobs()).filter(({ payload }) => payload.appealId === appeal)).toHaveLength(1);
  });

  it("an appeal and a new decision leave what both make of it", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { appeal, thread, caseId } = await appealed();
      const { version } = await caseRow(caseId);
      const remove = { measure: "remove", rule: "kindness", reason: "It is unkind to the person." } as const;
      const [moderator, deciding] = [await aModerator(), await aModerator()];
      const outcomes = await outcomesOf([
        decideAppeal(moderator, said(appeal)),
        decideCase(deciding, { case: caseId, version, ...remove }),
      ]);
      const removed = outcomes.every((each) => each === "done");
      if (!removed) expect(outcomes).toEqual(["case_changed", "done"]);
      expect(await threadRow(thread.id)).toMatchObject({
        ...{ hiddenAt: null, visible: !removed },
        removedBy: removed ? deciding.memberId : null,
      });
    }
  });

  it("an appeal against what was taken back meanwhile can only be agreed to", async () => {
    const { appeal, thread, made } = await appealed();
    await db.execute(sql`UPDATE decisions SET overturned_at = now() WHERE id = ${made.id}`);
    const before = await threadRow(thread.id);
    expect(await codeOf(decideAppeal(await aModerator(), said(appeal, { outcome: "refused" })))).toBe(
      "answer_overturned",
    );
    await answer(appeal, "upheld");
    expect(await threadRow(thread.id)).toEqual(before);
  });
});

describe("what a reporter objects to", () => {
  async function keptTwice() {
    const [one, two, thread] = [await aMember(), await aMember(), await aThread()];
    const opened = await aCase({ thread, reporter: one });
    await db.execute(sql`INSERT INTO reports (case_id, reporter_id, reason) VALUES (${opened.id}, ${two.id}, 'other')`);
    const keep = { measure: "keep", rule: "none", reason: "It is an honest question." } as const;
    const first = await aModerator();
    await decideCase(first, { case: opened.id, version: opened.version, ...keep });
    const objected = async (member: Member) => {
      const [report] = await db.execute<{ id: number }>(
        sql`SELECT id::int FROM reports WHERE case_id = ${opened.id} AND reporter_id = ${member.id}`,
      );
      return (await submitAppeal(actorOf(member), { report: report?.id ?? 0 }, objection)).id;
    };
    return { thread, first, caseId: opened.id, keep, appeals: [await objected(one), await objected(two)] as const };
  }

  it("is opened again, with its time from now, and everybody who objected is answered", async () => {
    const { thread, caseId, appeals: both, keep, first } = await keptTwice();
    await db.execute(
      sql`UPDATE cases SET due_at = now() - interval '9 days', escalated_at = now() WHERE id = ${caseId}`,
    );
    expect(await codeOf(decideAppeal(first, said(both[0])))).toBe("answer_own_decision");
    const moderator = await answer(both[0], "upheld");
    const open = await caseRow(caseId);
    expect(open).toMatchObject({ closedAt: null, escalatedAt: null, remindedAt: null, claimedBy: null });
    expect(open.dueAt.getTime()).toBeGreaterThan(Date.now());
    expect(await threadRow(thread.id)).toMatchObject({ visible: true });
    for (const id of both) expect(await appealRow(id)).toMatchObject({ outcome: "upheld" });
    const told = (await waitingJobs()).filter(({ task }) => task === "send_appeal_answer");
    expect(told.map(({ payload }) => payload.appealId)).toEqual(expect.arrayContaining([...both]));
    // Whoever answered may decide anew.
    await decideCase(moderator, { case: caseId, version: open.version, ...keep, measure: "hide", rule: "kindness" });
    expect(await threadRow(thread.id)).toMatchObject({ visible: false });
  });

  it("stays, for the one who is told so", async () => {
    const { caseId, appeals: both } = await keptTwice();
    await answer(both[0], "refused");
    expect((await caseRow(caseId)).closedAt).not.toBeNull();
    expect(await appealRow(both[1])).toMatchObject({ outcome: null });
  });

  it("is left to the case that is open by then", async () => {
    const { thread, caseId, appeals: both } = await keptTwice();
    const other = await aCase({ thread });
    await answer(both[0], "upheld");
    expect((await caseRow(caseId)).closedAt).not.toBeNull();
    const open = await db.$count(cases, sql`thread_id = ${thread.id} AND closed_at IS NULL`);
    expect([open, (await caseRow(other.id)).closedAt]).toEqual([1, null]);
  });
});
