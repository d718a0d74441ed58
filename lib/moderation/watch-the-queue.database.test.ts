import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { accounts, cases, demoMails, members, sessions } from "@/db/schema";
import { asOwner } from "@/lib/testing/as-owner";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aThread, hoursAgo, type Member } from "@/lib/testing/factories";
import { aCase, caseRow } from "@/lib/testing/reports";
import { waitingJobs } from "@/lib/testing/rows";
import { signedIn } from "@/lib/testing/signed-in";
import { claimCase } from "./claim-case";
import { decideCase } from "./decide-case";
import { sendQueueMail } from "./jobs";
import { watchTheQueue } from "./watch-the-queue";

/** A moderator who used the staff's pages that long ago. */
async function aModerator(seenHoursAgo: number | null = null, role: "moderator" | "admin" = "moderator") {
  const member = await aMember({ role });
  await signedIn(member.accountId);
  const staffSeenAt = seenHoursAgo === null ? null : hoursAgo(seenHoursAgo);
  await db
    .update(sessions)
    .set({ staffSeenAt })
    .where(eq(sessions.accountId, member.accountId ?? 0));
  return member;
}

/** Due that long ago; with a reason that has 48 hours unless it is a worry. */
const aLateCase = async (hours: number, reason: "other" | "worried_about_person" = "other") =>
  aCase({ thread: await aThread(), reason, dueAt: hoursAgo(hours) });

const mails = async () =>
  (await waitingJobs())
    .filter(({ task }) => task === "send_queue_mail")
    .map(({ payload }) => `${String(payload.kind)} ${String(payload.memberId)}`)
    .sort();
const to = (kind: string, ...people: Member[]) => people.map(({ id }) => `${kind} ${id}`).sort();

// Each of these tests is about the whole queue and all moderators.
beforeEach(async () => {
  await db.update(cases).set({ closedAt: new Date() });
  await db.update(members).set({ role: "member" });
  await asOwner((tx) => tx.execute(sql`DELETE FROM graphile_worker._private_jobs`));
});

describe("watchTheQueue", () => {
  it("reminds those who were there lately, once", async () => {
    const [active, admin] = [await aModerator(2), await aModerator(23, "admin")];
    await aModerator(25);
    await aModerator();
    const late = await aLateCase(1);
    const soon = await aLateCase(-1);
    await watchTheQueue();
    expect(await mails()).toEqual(to("late", active, admin));
    expect(await caseRow(late.id)).toMatchObject({ remindedAt: expect.any(Date), escalatedAt: null });
    expect(await caseRow(soon.id)).toMatchObject({ remindedAt: null });
    await watchTheQueue();
    expect(await mails()).toHaveLength(2);
  });

  it("reminds whoever claimed it, as long as the claim stands", async () => {
    const [claimer, active] = [await aModerator(), await aModerator(1)];
    const late = await aLateCase(1);
    await claimCase(actorOf(claimer), { case: late.id });
    await watchTheQueue();
    expect(await mails()).toEqual(to("claimed", claimer));
    const left = await aLateCase(1);
    await claimCase(actorOf(claimer), { case: left.id });
    await db
      .update(cases)
      .set({ claimedAt: hoursAgo(0.51) })
      .where(eq(cases.id, left.id));
    await watchTheQueue();
    expect(await mails()).toEqual([...to("claimed", claimer), ...to("late", active)].sort());
  });

  it("reminds all of them when nobody was there", async () => {
    const everybody = [await aModerator(), await aModerator(30)];
    await aLateCase(1);
    await watchTheQueue();
    expect(await mails()).toEqual(to("late", ...everybody));
  });

  it.each([
    ["a worry, an hour late", "worried_about_person", 1.1, 0.9],
    ["anything else, two days late", "other", 48.1, 47.9],
  ] as const)("tells every moderator about %s, once", async (_name, reason, late, notYet) => {
    const everybody = [await aModerator(1), await aModerator(), await aModerator(99, "admin")];
    const { id } = await aLateCase(notYet, reason);
    await watchTheQueue();
    expect(await mails()).toEqual(to("late", ...everybody.slice(0, 1)));
    await db
      .update(cases)
      .set({ dueAt: hoursAgo(late) })
      .where(eq(cases.id, id));
    await watchTheQueue();
    await watchTheQueue();
    expect(await caseRow(id)).toMatchObject({ escalatedAt: expect.any(Date) });
    expect(await mails()).toEqual([...to("late", ...everybody.slice(0, 1)), ...to("very_late", ...everybody)].sort());
  });

  it("sends one mail to each, also when it runs several times at once and everything is late", async () => {
    const everybody = [await aModerator(1), await aModerator()];
    for (let n = 0; n < 20; n += 1) await aLateCase(n % 2 ? 1 : 99);
    await Promise.all(Array.from({ length: 4 }, () => watchTheQueue()));
    expect(await mails()).toEqual(to("very_late", ...everybody));
  });

  it("says nothing of what is decided", async () => {
    const moderator = await aModerator(1);
    const { id, version } = await aLateCase(99);
    const keep = { measure: "keep", rule: "none", reason: "It is within the rules." } as const;
    await decideCase(actorOf(moderator), { case: id, version, ...keep });
    await watchTheQueue();
    expect(await mails()).toEqual([]);
  });
});

describe("sendQueueMail", () => {
  const mailsTo = async (member: Member) => {
    const [account] = await db
      .select()
      .from(accounts)
      .where(eq(accounts.id, member.accountId ?? 0));
    return db
      .select()
      .from(demoMails)
      .where(eq(demoMails.recipient, account?.email ?? ""));
  };

  it("says how many wait and where, and nothing of what they are about or who is meant", async () => {
    const moderator = await aModerator(1);
    const author = await aMember();
    const thread = await aThread({ author });
    const reporter = await aMember();
    await aCase({ thread, reporter, dueAt: hoursAgo(1) });
    await aLateCase(-5);
    await sendQueueMail({ memberId: moderator.id, kind: "late", at: 1 });
    const [mail] = await mailsTo(moderator);
    expect(mail?.text).toContain("2 cases wait for a moderator, 1 of them longer than it should.");
    expect(mail?.text).toContain("http://localhost:3000/staff/queue");
    for (const word of [author.handle, reporter.handle, thread.title, thread.excerpt]) {
      expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain(word);
    }
  });

  it("is not sent when nothing is late any more, or to whoever is no moderator any more", async () => {
    const moderator = await aModerator(1);
    await aLateCase(-1);
    await sendQueueMail({ memberId: moderator.id, kind: "very_late", at: 1 });
    expect(await mailsTo(moderator)).toEqual([]);
    await aLateCase(1);
    const member = await aMember();
    await sendQueueMail({ memberId: member.id, kind: "late", at: 1 });
    expect(await mailsTo(member)).toEqual([]);
    await sendQueueMail({ memberId: moderator.id, kind: "very_late", at: 1 });
    expect(await mailsTo(moderator)).toHaveLength(1);
  });
});
