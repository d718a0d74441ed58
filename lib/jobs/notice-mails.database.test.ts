import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, members, notices, threads } from "@/db/schema";
import { noticeOutcomes } from "@/lib/moderation/labels";
import type { Measure, Penalty } from "@/lib/moderation/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aComment, aMember, aThread, aWord, type Thread } from "@/lib/testing/factories";
import { startMailServer, workOff, type MailServer } from "@/lib/testing/mail-server";
import { caseRow } from "@/lib/testing/reports";
import { waitingJobs } from "@/lib/testing/rows";

let server: MailServer;
let ours: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = await startMailServer();
  ours = await load();
}, 60_000);

async function load() {
  const [{ sendNotice }, { decideCase }, { sendNoticeAnswer }, { taskList }] = await Promise.all([
    import("@/lib/moderation/send-notice"),
    import("@/lib/moderation/decide-case"),
    import("@/lib/moderation/jobs"),
    import("./registry"),
  ]);
  return { sendNotice, decideCase, sendNoticeAnswer, taskList };
}
afterAll(() => server.stop());
beforeEach(async () => {
  server.received.length = 0;
  await asOwner((tx) => tx.execute(sql`DELETE FROM graphile_worker._private_jobs`));
});

const why = "It shows where somebody lives, against their will.";
const name = `Ana <b>"Nan"</b> ${aWord()}`;

async function send(address: string, given: { email?: string; childAbuse?: boolean } = {}) {
  const sender = { name, email: `${aWord()}@example.org`, childAbuse: false, key: "", ...given };
  const { reference } = await ours.sendNotice(null, { address, why, ...sender }, aWord());
  const [row] = await db.select().from(notices).where(eq(notices.reference, reference));
  if (!row) throw new Error("the notice is not there");
  return row;
}

type Choice = { measure: Measure; penalty?: Penalty; days?: number };

async function decide(caseId: number, choice: Choice) {
  const moderator = await aMember({ role: "moderator" });
  const { version } = await caseRow(caseId);
  const reason = `It tells where she lives: ${aWord()}.`;
  await ours.decideCase(actorOf(moderator), { case: caseId, version, rule: "privacy", reason, ...choice });
  return { moderator, reason };
}

const answersOf = async (noticeId: number) =>
  (await waitingJobs()).filter(({ task, payload }) => task === "send_notice_answer" && payload.noticeId === noticeId);
const answeredAt = async ({ id }: { id: number }) =>
  (await db.select().from(notices).where(eq(notices.id, id)))[0]?.answeredAt ?? null;

/**
 * Works the queue off, once; what failed before is tried again at once.
 * @returns what has come about notices; statements to authors come, too
 */
async function work() {
  await asOwner((tx) => tx.execute(sql`UPDATE graphile_worker._private_jobs SET run_at = now()`));
  await workOff(ours.taskList);
  return server.received.filter(({ subject }) => subject?.includes("notice"));
}

const answer = (noticeId: number) => ours.sendNoticeAnswer({ noticeId });

it("receipt and answer go to the sender, and say nothing of what was written by anybody", async () => {
  const words = aWord();
  const thread = await aThread({ title: `Where she lives ${words}`, slug: `where-${words}` });
  const notice = await send(`/posts/${thread.id}/${thread.slug}`);
  const [receipt] = await work();
  const { moderator, reason } = await decide(notice.caseId, { measure: "remove", penalty: "silence", days: 3 });
  expect(await answeredAt(notice)).toBeNull();
  const [, told] = await work();
  expect(await answeredAt(notice)).not.toBeNull();
  for (const mail of [receipt, told]) {
    expect(mail?.to).toMatchObject({ value: [{ address: notice.email, name: "" }] });
    expect(mail?.from?.text).toContain("hello@example.org");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.subject).toContain(notice.reference);
    for (const text of [mail?.subject, mail?.text, String(mail?.html)]) {
      const { handle } = moderator;
      for (const secret of [words, why, name, "Nan", reason, handle, "silence"]) expect(text).not.toContain(secret);
    }
    expect(mail?.text).not.toMatch(/[<>]|&[a-z]+;/);
    expect(mail?.html).not.toMatch(/<(img|script|link|iframe|form)\b|https?:\/\/(?!localhost:3000)(?!www\.w3\.org)/);
    expect(mail?.text).toContain("hello@example.org");
  }
  expect(receipt?.text).toContain(`http://localhost:3000/posts/${thread.id}\n`);
  expect(receipt?.text).toContain("within 24 hours");
  expect(told?.text).toContain(noticeOutcomes.removed);
  expect(told?.text).toContain("decided by a person");
});

it("about the abuse of a child, the receipt promises an hour", async () => {
  await send(`/posts/${(await aThread()).id}`, { childAbuse: true });
  expect((await work())[0]?.text).toContain("within 1 hour.");
});

it("both are tried again when the mail server is busy, with the same message id, and noted when they went", async () => {
  const notice = await send(`/posts/${(await aThread()).id}`);
  server.refuse(1);
  expect(await work()).toEqual([]);
  const [receipt] = await work();
  expect(receipt?.messageId).toBe(`<notice-receipt-${notice.id}@localhost>`);
  await decide(notice.caseId, { measure: "keep" });
  server.refuse(1);
  await expect(answer(notice.id)).rejects.toThrow("try again later");
  expect(await answeredAt(notice)).toBeNull();
  const [, told] = await work();
  expect(told?.messageId).toMatch(new RegExp(`^<notice-answer-${notice.id}-\\d+@localhost>$`));
  expect(await answeredAt(notice)).not.toBeNull();
  expect(await work()).toHaveLength(2);
});

describe("the answer", () => {
  const tellOf = async (noticeId: number) => {
    await answer(noticeId);
    return server.received.at(-1)?.text ?? "";
  };

  it.each<[keyof typeof noticeOutcomes, Choice]>([
    ["kept", { measure: "keep" }],
    ["hidden", { measure: "hide" }],
    ["removed", { measure: "remove" }],
    ["other", { measure: "lock" }],
    ["other", { measure: "keep", penalty: "warn" }],
  ])("is %s after %o", async (outcome, choice) => {
    const notice = await send(`/posts/${(await aThread()).id}`);
    await decide(notice.caseId, choice);
    expect(await tellOf(notice.id)).toContain(noticeOutcomes[outcome]);
  });

  it("tells of a comment, of a profile, and of what its author took back", async () => {
    const thread = await aThread();
    await aComment({ thread });
    const ofComment = await send(`/posts/${thread.id}#comment-1`);
    await decide(ofComment.caseId, { measure: "hide" });
    expect(await tellOf(ofComment.id)).toContain(noticeOutcomes.hidden);

    const member = await aMember({ bio: "I am here.", bioHtml: "<p>I am here.</p>" });
    const ofProfile = await send(`/members/${member.handle}`);
    await decide(ofProfile.caseId, { measure: "hide" });
    expect(await tellOf(ofProfile.id)).toContain(noticeOutcomes.hidden);
    expect((await db.select().from(members).where(eq(members.id, member.id)))[0]?.bioHiddenAt).not.toBeNull();

    const gone = await send(`/posts/${thread.id}`);
    await withdraw(thread);
    await decide(gone.caseId, { measure: "keep" });
    expect(await tellOf(gone.id)).toContain(noticeOutcomes.withdrawn);
  });

  it("goes to each sender of the case, and to nobody without an address", async () => {
    const { id } = await aThread();
    const [one, two] = [await send(`/posts/${id}`), await send(`/posts/${id}`)];
    const nobody = await send(`/posts/${id}`, { email: "", childAbuse: true });
    await decide(one.caseId, { measure: "hide" });
    expect([await answersOf(one.id), await answersOf(two.id)].map((jobs) => jobs.length)).toEqual([1, 1]);
    expect(await answersOf(nobody.id)).toEqual([]);
    for (const each of [one, two, nobody]) await answer(each.id);
    expect(server.received.map(({ to }) => [to].flat()[0]?.text)).toEqual([one.email, two.email]);
  });

  it("goes once, also when its job runs twice, or twice at once", async () => {
    const notice = await send(`/posts/${(await aThread()).id}`);
    await decide(notice.caseId, { measure: "hide" });
    await Promise.all([answer(notice.id), answer(notice.id), answer(notice.id)]);
    await answer(notice.id);
    expect(server.received).toHaveLength(1);
  });

  it("waits while the case is open, and comes with the decision that closes it again", async () => {
    const notice = await send(`/posts/${(await aThread()).id}`);
    await answer(notice.id);
    await decide(notice.caseId, { measure: "hide" });
    await reopen(notice.caseId);
    await answer(notice.id);
    expect(server.received).toEqual([]);
    await decide(notice.caseId, { measure: "restore" });
    expect(await answersOf(notice.id)).toHaveLength(1);
    expect(await tellOf(notice.id)).toContain(noticeOutcomes.other);
  });

  it("is not sent again by a later decision, unless it is asked for, and then as another mail", async () => {
    const notice = await send(`/posts/${(await aThread()).id}`);
    await decide(notice.caseId, { measure: "hide" });
    await answer(notice.id);
    await reopen(notice.caseId);
    await decide(notice.caseId, { measure: "restore" });
    await answer(notice.id);
    expect(server.received).toHaveLength(1);
    await db.update(notices).set({ answeredAt: null }).where(eq(notices.id, notice.id));
    await answer(notice.id);
    const ids = server.received.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(2);
  });

  it("does not reach somebody who was erased meanwhile", async () => {
    const notice = await send(`/posts/${(await aThread()).id}`);
    await decide(notice.caseId, { measure: "hide" });
    await db
      .update(notices)
      .set({ name: null, email: null, erasedAt: sql`now()` })
      .where(eq(notices.id, notice.id));
    await answer(notice.id);
    expect(server.received).toEqual([]);
  });
});

async function withdraw({ id }: Thread): Promise<void> {
  await db
    .update(threads)
    .set({ withdrawnAt: sql`now()` })
    .where(eq(threads.id, id));
}

async function reopen(caseId: number): Promise<void> {
  await db.update(cases).set({ closedAt: null }).where(eq(cases.id, caseId));
}
