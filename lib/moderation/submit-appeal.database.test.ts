import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { appeals, cases, events, statements } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { purgedBy } from "@/lib/testing/announcements";
import { aModerator, answer, appealRow, appealTo, decidedOn, objection } from "@/lib/testing/appealed";
import { aMember, aTechnique, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { aRestriction } from "@/lib/testing/restrictions";
import { countOf, eventsOf } from "@/lib/testing/rows";
import { aTold } from "@/lib/testing/told";
import { tellWhatHelped } from "@/lib/testimonials/tell-what-helped";
import { decideCase } from "./decide-case";
import { getObjection, listObjections } from "./queries-objection";
import { submitAppeal } from "./submit-appeal";

async function hidden(given: Parameters<typeof decidedOn>[1] = {}) {
  const author = await aMember();
  const thread = await aThread({ author });
  return { author, thread, ...(await decidedOn({ thread }, given)) };
}

async function kept() {
  const reporter = await aMember();
  const thread = await aThread();
  return { thread, ...(await decidedOn({ thread, reporter }, { measure: "keep", rule: "none" })), reporter };
}

const reportOf = async (member: Member, caseId: number) => {
  const [row] = await db.execute<{ id: number }>(
    sql`SELECT id::int FROM reports WHERE reporter_id = ${member.id} AND case_id = ${caseId}`,
  );
  return row?.id ?? 0;
};
const to = (statement: { id: number } | null) => ({ statement: statement?.id ?? 0 });

describe("the author of what was decided about", () => {
  it("objects, and is answered within a week", async () => {
    const { author, thread, statement, made } = await hidden();
    const tags = await purgedBy(() => submitAppeal(actorOf(author), to(statement), objection));
    const [appeal] = await db.select().from(appeals).where(eq(appeals.decisionId, made.id));
    expect(appeal).toMatchObject({
      ...{ statementId: statement?.id, reportId: null, memberId: author.id, body: objection, version: 1 },
      ...{ outcome: null, decidedBy: null, seenAt: null },
    });
    expect(Math.round((Number(appeal?.dueAt) - Number(appeal?.createdAt)) / 3_600_000)).toBe(7 * 24);
    expect(tags).toEqual(["list:transparency"]);
    const detail = { appealId: appeal?.id, decisionId: made.id };
    expect((await eventsOf(thread.id)).at(-1)).toEqual({ kind: "appeal_submitted", actorId: author.id, detail });
    expect(await listObjections(author.id)).toEqual(new Map([[statement?.id, "open"]]));
  });

  it("does so once, whatever they send again", async () => {
    const { author, statement } = await hidden();
    const first = await appealTo(author, statement);
    expect(await appealTo(author, statement)).toBe(first);
    expect(await codeOf(submitAppeal(actorOf(author), to(statement), "Something else that I want to say."))).toBe(
      "appeal_made",
    );
  });

  it("does so once, also with a double click", async () => {
    const { author, statement, made } = await hidden();
    const clicks = Array.from({ length: 5 }, () => appealTo(author, statement));
    expect(new Set(await Promise.all(clicks)).size).toBe(1);
    expect(await db.$count(appeals, eq(appeals.decisionId, made.id))).toBe(1);
    const others = ["One thing that I want to say.", "Another thing that I want to say."];
    const { author: second, statement: theirs } = await hidden();
    const attempts = others.map((body) => submitAppeal(actorOf(second), to(theirs), body));
    expect(await outcomesOf(attempts)).toEqual(["appeal_made", "done"]);
  });

  it("can do so for six months", async () => {
    const { author, statement } = await hidden();
    await db
      .update(statements)
      .set({ createdAt: daysAgo(185), appealUntil: daysAgo(0.01) })
      .where(eq(statements.id, statement?.id ?? 0));
    expect(await codeOf(submitAppeal(actorOf(author), to(statement), objection))).toBe("appeal_over");
    expect(await getObjection(author.id, to(statement))).toMatchObject({ refusal: "appeal_over", appeal: null });
  });

  it("is nobody else", async () => {
    const { reporter, moderator, statement } = await hidden();
    const before = await countOf("appeals");
    for (const actor of [actorOf(reporter), moderator, actorOf(await aMember({ role: "admin" }))]) {
      expect(await codeOf(submitAppeal(actor, to(statement), objection))).toBe("not_found");
      expect(await getObjection(actor.memberId, to(statement))).toBeNull();
    }
    expect(await countOf("appeals")).toBe(before);
  });

  it.each(["silence", "suspend", "ban"] as const)("can do so under a %s", async (kind) => {
    const author = await aMember();
    await aRestriction({ member: author, kind });
    const [statement] = await db.select().from(statements).where(eq(statements.memberId, author.id));
    const appeal = await appealTo(author, statement ?? null);
    await answer(appeal, "upheld");
    const inForce = await db.execute(
      sql`SELECT FROM restrictions WHERE member_id = ${author.id} AND lifted_at IS NULL`,
    );
    expect(inForce).toHaveLength(0);
  });

  it("has nothing to object to where something was given back", async () => {
    const { author, thread } = await hidden();
    const restored = await decidedOn({ thread }, { measure: "restore", rule: "none" });
    expect(await codeOf(submitAppeal(actorOf(author), to(restored.statement), objection))).toBe("appeal_not_offered");
  });
});

describe("while their appeals are paused", () => {
  it("somebody objects to the pause alone, and to everything again when it is taken back", async () => {
    const { author, statement } = await hidden();
    const paused = await decidedOn({ member: author }, { measure: "keep", penalty: "pause_appeals", days: 7 });
    expect(await codeOf(submitAppeal(actorOf(author), to(statement), objection))).toBe("appeals_paused");
    const appeal = await appealTo(author, paused.statement);
    expect(await codeOf(submitAppeal(actorOf(author), to(paused.statement), "The same once more, please."))).toBe(
      "appeal_made",
    );
    await answer(appeal, "upheld");
    await appealTo(author, statement);
  });

  it("nobody else is kept from it", async () => {
    const { author } = await hidden();
    await decidedOn({ member: author }, { measure: "keep", penalty: "pause_appeals", days: 7 });
    const other = await hidden();
    await appealTo(other.author, other.statement);
  });
});

describe("a decision that is taken back meanwhile", () => {
  it("cannot be objected to", async () => {
    const { author, statement, made } = await hidden();
    await db.execute(sql`UPDATE decisions SET overturned_at = now() WHERE id = ${made.id}`);
    expect(await codeOf(submitAppeal(actorOf(author), to(statement), objection))).toBe("appeal_overturned");
  });

  it("also at the same moment", async () => {
    const { author, statement, made } = await hidden();
    let submitting: Promise<unknown> | undefined;
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`SELECT FROM threads WHERE id = (SELECT thread_id FROM cases WHERE id = ${made.caseId}) FOR UPDATE`,
      );
      submitting = codeOf(submitAppeal(actorOf(author), to(statement), objection));
      // It has looked, and waits for the thing.
      await waitsForALock();
      await tx.execute(sql`UPDATE decisions SET overturned_at = now() WHERE id = ${made.id}`);
    });
    expect(await submitting).toBe("appeal_overturned");
  });
});

/** Until some statement of this database waits for a lock. */
async function waitsForALock(): Promise<void> {
  await expect
    .poll(async () => {
      // Only the owner sees what other sessions wait for.
      const [row] = await asOwner((tx) =>
        tx.execute<{ n: number }>(sql`
          SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`),
      );
      return row?.n;
    })
    .toBeGreaterThan(0);
}

describe("who reported what was left as it is", () => {
  it("objects, once for each time that it was left", async () => {
    const { reporter, caseId } = await kept();
    const report = await reportOf(reporter, caseId);
    const { id } = await submitAppeal(actorOf(reporter), { report }, objection);
    expect(await appealRow(id)).toMatchObject({ reportId: report, statementId: null, memberId: reporter.id });
    expect(await codeOf(submitAppeal(actorOf(reporter), { report }, "Something else that I want to say."))).toBe(
      "appeal_made",
    );
    await answer(id, "upheld");
    await expect(getObjection(reporter.id, { report })).resolves.toMatchObject({ decision: "overturned" });
    const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
    const again = { measure: "keep", rule: "none", reason: "It is an honest question." } as const;
    await decideCase(await aModerator(), { case: caseId, version: row?.version ?? 0, ...again });
    expect((await submitAppeal(actorOf(reporter), { report }, objection)).id).not.toBe(id);
  });

  it("is nobody else, and not the reporter of something else", async () => {
    const { reporter, moderator, thread, caseId } = await kept();
    const report = await reportOf(reporter, caseId);
    const other = await kept();
    const author = { id: thread.authorId, handle: "somebody", role: "member" as const };
    for (const actor of [actorOf(other.reporter), moderator, actorOf(author)]) {
      expect(await codeOf(submitAppeal(actor, { report }, objection))).toBe("not_found");
    }
  });

  it("cannot before somebody has decided, nor when something was done", async () => {
    const { reporter, caseId } = await hidden();
    expect(await codeOf(submitAppeal(actorOf(reporter), { report: await reportOf(reporter, caseId) }, objection))).toBe(
      "not_found",
    );
    const left = await kept();
    const report = await reportOf(left.reporter, left.caseId);
    await db.execute(sql`UPDATE cases SET closed_at = NULL WHERE id = ${left.caseId}`);
    const [row] = await db.select().from(cases).where(eq(cases.id, left.caseId));
    const hide = { measure: "hide", rule: "kindness", reason: "It is unkind to the person." } as const;
    await decideCase(await aModerator(), { case: left.caseId, version: row?.version ?? 0, ...hide });
    expect(await codeOf(submitAppeal(actorOf(left.reporter), { report }, objection))).toBe("appeal_superseded");
  });

  it("can do so for six months", async () => {
    const { reporter, caseId, made } = await kept();
    const report = await reportOf(reporter, caseId);
    await db.execute(sql`UPDATE decisions SET created_at = now() - interval '7 months' WHERE id = ${made.id}`);
    expect(await codeOf(submitAppeal(actorOf(reporter), { report }, objection))).toBe("appeal_over");
  });
});

describe("somebody who told under a name made for it", () => {
  it("objects in that name, and nothing leads to them", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const told = await tellWhatHelped(actorOf(member), aTold({ technique: technique.slug, naming: "once" }));
    const [row] = await db.execute<{ author: number }>(
      sql`SELECT author_id::int AS author FROM threads WHERE id = ${told.id}`,
    );
    const persona = row?.author ?? 0;
    const { statement } = await decidedOn({ thread: { id: told.id, authorId: persona } }, { measure: "remove" });
    const id = await appealTo(member, statement);
    expect(await appealRow(id)).toMatchObject({ memberId: persona });
    const written = await db.select().from(events).where(eq(events.threadId, told.id));
    expect(written.filter(({ actorId }) => actorId === member.id)).toEqual([]);
    expect(await listObjections(member.id)).toEqual(new Map([[statement?.id, "open"]]));
    const other = await hidden();
    expect(await codeOf(submitAppeal(actorOf(other.author), to(statement), objection))).toBe("not_found");
  });
});

it("the database keeps one appeal for a statement, and one ground", async () => {
  const { author, statement, made } = await hidden();
  await appealTo(author, statement);
  const values = { decisionId: made.id, memberId: author.id, body: objection, dueAt: daysAgo(-7) };
  await expect(db.insert(appeals).values({ ...values, statementId: statement?.id })).rejects.toThrow();
  await expect(db.insert(appeals).values(values)).rejects.toThrow();
  const other = await hidden();
  await expect(
    db.insert(appeals).values({ ...values, statementId: other.statement?.id, body: "Too short." }),
  ).rejects.toThrow();
});
