import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases } from "@/db/schema";
import { audit } from "@/lib/platform/audit";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aThread, daysAgo, hoursAgo, type Member } from "@/lib/testing/factories";
import { aCase, caseRow } from "@/lib/testing/reports";
import { claimCase } from "./claim-case";
import { decideCase } from "./decide-case";
import {
  getClaim,
  getExposure,
  getQueueNews,
  listQueue,
  readQueueCursor,
  readQueueFilter,
  writeQueueCursor,
  type QueueFilter,
} from "./queries-queue";
import type { ReportReason } from "./schema";

const aModerator = () => aMember({ role: "moderator" });
const whole = { filter: null, after: null };

async function shownTo(member: Member, filter: QueueFilter = null): Promise<number[]> {
  const ids: number[] = [];
  let after = null;
  do {
    const { rows, more } = await listQueue(actorOf(member), { filter, after });
    ids.push(...rows.map(({ id }) => id));
    after = more;
  } while (after);
  return ids;
}

async function rowOf(member: Member, id: number) {
  const { rows, others } = await getQueueNews(actorOf(member), whole, [id]);
  return [...rows, ...others].find((row) => row.id === id);
}

describe("listQueue", () => {
  it("puts what is due first at the top, and pages without losing or repeating a case", async () => {
    const reporter = await aMember();
    const moderator = actorOf(await aModerator());
    // Every third is due at the same moment, so that the id has to decide.
    for (let n = 0; n < 30; n += 1) await aCase({ thread: await aThread(), reporter, dueAt: daysAgo(n % 3 ? n : 5) });
    const first = await listQueue(moderator, whole);
    expect(first.rows).toHaveLength(25);
    const cursor = first.more && writeQueueCursor(first.more);
    const second = await listQueue(moderator, { filter: null, after: readQueueCursor(cursor ?? undefined) });
    expect(second.more).toBeNull();
    const all = [...first.rows, ...second.rows];
    expect(new Set(all.map(({ id }) => id)).size).toBe(30);
    const dues = all.map(({ queueAt }) => queueAt.getTime());
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    // Two of them are due this very minute.
    expect(all.every(({ dueMinutes }) => dueMinutes <= 0)).toBe(true);
  });

  it("is narrowed to reasons that belong together, and to one's own claims", async () => {
    const moderator = await aModerator();
    const of = async (reason: ReportReason) => (await aCase({ thread: await aThread(), reason })).id;
    const [worry, law, advice, spam, harassment] = [
      await of("worried_about_person"),
      await of("illegal"),
      await of("unsafe_advice"),
      await of("spam"),
      await of("harassment"),
    ];
    await claimCase(actorOf(moderator), { case: spam });
    const among = async (filter: QueueFilter) =>
      (await shownTo(moderator, filter)).filter((id) => [worry, law, advice, spam, harassment].includes(id));
    expect(await among(null)).toEqual([worry, law, advice, spam, harassment]);
    expect(await among("worry")).toEqual([worry]);
    expect(await among("unsafe")).toEqual([law, advice]);
    expect(await among("spam")).toEqual([spam]);
    expect(await among("people")).toEqual([harassment]);
    expect(await among("other")).toEqual([]);
    expect(await shownTo(moderator, "mine")).toEqual([spam]);
    expect(await shownTo(await aModerator(), "mine")).toEqual([]);
    expect([readQueueFilter("spam"), readQueueFilter(["mine"]), readQueueFilter("x")]).toEqual(["spam", "mine", null]);
  });

  it("keeps distressing words to itself, and shows others", async () => {
    const moderator = await aModerator();
    const thread = await aThread();
    const comment = await aComment({ thread });
    const hard = await aCase({ thread, comment });
    const plain = await aCase({ thread });
    await db.update(cases).set({ distressing: true }).where(eq(cases.id, hard.id));
    expect(await rowOf(moderator, hard.id)).toMatchObject({ distressing: true, extract: "" });
    expect(await rowOf(moderator, plain.id)).toMatchObject({ distressing: false, extract: thread.excerpt });
  });

  it("says what is one's own, and what can be removed together with others", async () => {
    const moderator = await aModerator();
    const own = await aCase({ thread: await aThread({ author: moderator }) });
    const reported = await aCase({ thread: await aThread(), reporter: moderator });
    const profile = await aCase({ member: await aMember() });
    expect(await rowOf(moderator, own.id)).toMatchObject({ own: true, removable: true });
    expect(await rowOf(moderator, reported.id)).toMatchObject({ own: true });
    expect(await rowOf(moderator, profile.id)).toMatchObject({ own: false, removable: false });
  });

  it("shows who looks at a case, until the claim is over", async () => {
    const [one, other] = [await aModerator(), await aModerator()];
    const { id } = await aCase({ thread: await aThread() });
    expect(await rowOf(other, id)).toMatchObject({ claim: null });
    await claimCase(actorOf(one), { case: id });
    expect(await rowOf(one, id)).toMatchObject({ claim: { who: one.handle, own: true } });
    expect(await rowOf(other, id)).toMatchObject({ claim: { who: one.handle, own: false } });
    expect(await getClaim(actorOf(other), id)).toEqual({ who: one.handle, own: false });
    await db
      .update(cases)
      .set({ claimedAt: hoursAgo(0.6) })
      .where(eq(cases.id, id));
    expect(await rowOf(other, id)).toMatchObject({ claim: null });
    expect(await getClaim(actorOf(other), id)).toBeNull();
    expect(await shownTo(one, "mine")).not.toContain(id);
  });
});

describe("what became of an open page of the queue", () => {
  it("tells the decided from those that only moved away", async () => {
    const moderator = await aModerator();
    const [decided, other] = [await aCase({ thread: await aThread() }), await aCase({ thread: await aThread() })];
    const judge = await aModerator();
    const given = { measure: "keep", rule: "none", reason: "It is within the rules." } as const;
    await decideCase(actorOf(judge), { case: decided.id, version: 1, ...given });
    const place = { filter: "worry" as const, after: null };
    const news = await getQueueNews(actorOf(moderator), place, [decided.id, other.id]);
    expect(news.done).toEqual([{ id: decided.id, what: "keep", who: judge.handle }]);
    expect(news.others.map(({ id }) => id)).toEqual([other.id]);
  });
});

describe("the exposure of a shift", () => {
  const opens = (member: Member, id: number, act = "case_read") =>
    db.transaction((tx) => audit(tx, { actorId: member.id, act, subject: `case:${id}` }));

  async function aHardCase() {
    const made = await aCase({ thread: await aThread() });
    await db.update(cases).set({ distressing: true }).where(eq(cases.id, made.id));
    return made;
  }

  it("counts each distressing case once that was opened or decided, and nothing else", async () => {
    const moderator = await aModerator();
    const hard = await aHardCase();
    for (const act of ["case_claim", "case_release"]) await opens(moderator, hard.id, act);
    await opens(moderator, (await aCase({ thread: await aThread() })).id);
    await opens(await aModerator(), hard.id);
    expect(await getExposure(moderator.id)).toEqual({ cases: 0, spent: false });
    await opens(moderator, hard.id);
    await opens(moderator, hard.id);
    const { id, version } = await aHardCase();
    const given = { measure: "keep", rule: "none", reason: "It is within the rules." } as const;
    await decideCase(actorOf(moderator), { case: id, version, ...given });
    expect(await caseRow(id)).toMatchObject({ distressing: true });
    expect(await getExposure(moderator.id)).toEqual({ cases: 2, spent: false });
  });

  it("is spent after five", async () => {
    const moderator = await aModerator();
    for (let n = 0; n < 5; n += 1) await opens(moderator, (await aHardCase()).id);
    expect(await getExposure(moderator.id)).toEqual({ cases: 5, spent: true });
  });
});
