import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, cases } from "@/db/schema";
import { audit } from "@/lib/platform/audit";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aThread, daysAgo, hoursAgo, type Member } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { claimCase } from "./claim-case";
import { claimNextCase } from "./claim-next-case";
import { decideCase } from "./decide-case";
import { releaseCase } from "./release-case";

const aModerator = () => aMember({ role: "moderator" });
const anOpenCase = async (given: Parameters<typeof aCase>[0] = {}) => aCase({ thread: await aThread(), ...given });
const setCase = (id: number, set: Partial<typeof cases.$inferInsert>) =>
  db.update(cases).set(set).where(eq(cases.id, id));
const actsOn = async (id: number) =>
  (
    await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `case:${id}`))
      .orderBy(auditLog.id)
  ).map(({ act }) => act);
const keep = { measure: "keep", rule: "none", reason: "It is within the rules." } as const;

describe("a claim", () => {
  it("is noted with its time, once in the log, and changes no version", async () => {
    const moderator = await aModerator();
    const { id, version } = await anOpenCase();
    await claimCase(actorOf(moderator), { case: id });
    await claimCase(actorOf(moderator), { case: id });
    expect(await caseRow(id)).toMatchObject({ claimedBy: moderator.id, claimedAt: expect.any(Date), version });
    expect(await actsOn(id)).toEqual(["case_claim"]);
    await releaseCase(actorOf(moderator), { case: id });
    await releaseCase(actorOf(moderator), { case: id });
    expect(await caseRow(id)).toMatchObject({ claimedBy: null, claimedAt: null, version });
    expect(await actsOn(id)).toEqual(["case_claim", "case_release"]);
  });

  it("stands for half an hour; then somebody else may have it", async () => {
    const [one, other] = [await aModerator(), await aModerator()];
    const { id } = await anOpenCase();
    await claimCase(actorOf(one), { case: id });
    expect(await refusalOf(claimCase(actorOf(other), { case: id }))).toMatchObject({
      code: "claimed_already",
      facts: { who: one.handle },
    });
    await releaseCase(actorOf(other), { case: id });
    expect(await caseRow(id)).toMatchObject({ claimedBy: one.id });
    await setCase(id, { claimedAt: hoursAgo(0.51) });
    await claimCase(actorOf(other), { case: id });
    expect(await caseRow(id)).toMatchObject({ claimedBy: other.id });
  });

  it("goes to one of two who want it at once", async () => {
    const { id } = await anOpenCase();
    const people = await Promise.all([aModerator(), aModerator(), aModerator()]);
    const attempts = people.map((person) => claimCase(actorOf(person), { case: id }));
    expect(await outcomesOf(attempts)).toEqual(["claimed_already", "claimed_already", "done"]);
    expect(await actsOn(id)).toEqual(["case_claim"]);
  });

  it("keeps nobody from deciding, and ends with the decision", async () => {
    const [one, other] = [await aModerator(), await aModerator()];
    const { id, version } = await anOpenCase();
    await claimCase(actorOf(one), { case: id });
    await decideCase(actorOf(other), { case: id, version, ...keep });
    expect(await caseRow(id)).toMatchObject({ claimedBy: null });
    expect(await codeOf(claimCase(actorOf(one), { case: id }))).toBe("case_closed");
  });

  it("is for those who may decide", async () => {
    const author = await aModerator();
    const reporter = await aModerator();
    const { id } = await aCase({ thread: await aThread({ author }), reporter });
    expect(await codeOf(claimCase(actorOf(author), { case: id }))).toBe("decide_own");
    expect(await codeOf(claimCase(actorOf(reporter), { case: id }))).toBe("decide_own");
    const editor = actorOf(await aMember({ role: "editor" }));
    expect(await codeOf(claimCase(editor, { case: id }))).toBe("not_allowed");
    expect(await codeOf(releaseCase(editor, { case: id }))).toBe("not_allowed");
    expect(await codeOf(claimNextCase(editor, {}))).toBe("not_allowed");
    expect(await codeOf(claimCase(actorOf(await aModerator()), { case: 987_654_321 }))).toBe("not_found");
  });
});

describe("the next case", () => {
  // Each of these tests is about the whole queue.
  beforeEach(async () => {
    await db.update(cases).set({ closedAt: new Date() });
  });
  const nextOf = (member: Member, wish: Parameters<typeof claimNextCase>[1] = {}) =>
    claimNextCase(actorOf(member), wish);

  it("is the first that is due, the gravest before, and belongs to whoever asked", async () => {
    const moderator = await aModerator();
    const later = await anOpenCase({ dueAt: daysAgo(1) });
    const first = await anOpenCase({ dueAt: daysAgo(2) });
    expect(await nextOf(moderator)).toBe(first.id);
    expect(await caseRow(first.id)).toMatchObject({ claimedBy: moderator.id });
    // Asked again, as by a double click, it is still this one.
    expect(await nextOf(moderator)).toBe(first.id);
    expect(await actsOn(first.id)).toEqual(["case_claim"]);
    expect(await nextOf(await aModerator())).toBe(later.id);
    const worry = await anOpenCase({ reason: "worried_about_person", dueAt: new Date() });
    expect(await nextOf(moderator)).toBe(worry.id);
    expect(await nextOf(await aModerator())).toBeNull();
  });

  it("is never one's own words or report, and not what somebody else looks at", async () => {
    const moderator = await aModerator();
    await aCase({ thread: await aThread({ author: moderator }), dueAt: daysAgo(9) });
    await anOpenCase({ reporter: moderator, dueAt: daysAgo(8) });
    const claimed = await anOpenCase({ dueAt: daysAgo(7) });
    const free = await anOpenCase({ dueAt: daysAgo(1) });
    await claimCase(actorOf(await aModerator()), { case: claimed.id });
    expect(await nextOf(moderator)).toBe(free.id);
    await setCase(claimed.id, { claimedAt: hoursAgo(0.51) });
    expect(await nextOf(moderator)).toBe(claimed.id);
  });

  it("is another one for each of many who ask at once", async () => {
    for (let n = 0; n < 12; n += 1) await anOpenCase({ dueAt: daysAgo(n) });
    const people = await Promise.all(Array.from({ length: 12 }, aModerator));
    const got = await Promise.all(people.map((person) => nextOf(person)));
    expect(new Set(got).size).toBe(12);
    expect(got).not.toContain(null);
  });

  it("leaves what was passed over, and gives back the claim on it", async () => {
    const moderator = await aModerator();
    const [first, second] = [await anOpenCase({ dueAt: daysAgo(2) }), await anOpenCase({ dueAt: daysAgo(1) })];
    await nextOf(moderator);
    expect(await nextOf(moderator, { passed: [first.id] })).toBe(second.id);
    expect(await caseRow(first.id)).toMatchObject({ claimedBy: null });
    expect(await actsOn(first.id)).toEqual(["case_claim", "case_release"]);
    expect(await nextOf(moderator, { passed: [first.id, second.id] })).toBeNull();
    expect(await nextOf(moderator)).toBe(first.id);
  });

  it("stays within the group that somebody works through", async () => {
    const moderator = await aModerator();
    await anOpenCase({ reason: "worried_about_person" });
    const spam = await anOpenCase({ reason: "promotion" });
    expect(await nextOf(moderator, { show: "spam" })).toBe(spam.id);
    expect(await nextOf(moderator, { show: "people" })).toBeNull();
  });

  it("is no distressing one when a moderator has had enough of them", async () => {
    const moderator = await aModerator();
    const hard: Awaited<ReturnType<typeof aCase>>[] = [];
    for (let n = 0; n < 6; n += 1) hard.push(await anOpenCase({ dueAt: daysAgo(30 - n) }));
    for (const { id } of hard) await setCase(id, { distressing: true });
    const plain = await anOpenCase({ dueAt: daysAgo(1) });
    for (const { id, version } of hard.slice(0, 4)) {
      await decideCase(actorOf(moderator), { case: id, version, ...keep });
    }
    expect(await nextOf(moderator)).toBe(hard[4]?.id);
    await db.transaction((tx) =>
      audit(tx, { actorId: moderator.id, act: "case_read", subject: `case:${hard[4]?.id}` }),
    );
    expect(await nextOf(moderator)).toBe(plain.id);
    expect(await nextOf(moderator, { passed: [plain.id] })).toBeNull();
    expect(await nextOf(await aModerator())).toBe(hard[5]?.id);
    // It stays possible to choose one.
    await claimCase(actorOf(moderator), { case: hard[4]?.id ?? 0 });
  });
});
