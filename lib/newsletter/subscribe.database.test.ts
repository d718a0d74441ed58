import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { newsletterSubscribers } from "@/db/schema";
import { aWord } from "@/lib/testing/factories";
import { startMailServer, workOff, type MailServer } from "@/lib/testing/mail-server";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { waitingJobs } from "@/lib/testing/rows";

let server: MailServer;
let ours: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = await startMailServer();
  ours = await load();
}, 60_000);

async function load() {
  const [asking, confirming, leaving, erasing, counting, making, unsubscribing, jobs] = await Promise.all([
    import("./subscribe"),
    import("./confirm-subscription"),
    import("./leave-newsletter"),
    import("./erase-unconfirmed"),
    import("./queries"),
    import("@/lib/testing/newsletter"),
    import("@/lib/platform/unsubscribe"),
    import("@/lib/jobs/registry"),
  ]);
  return {
    ...asking,
    ...confirming,
    ...leaving,
    ...erasing,
    ...counting,
    ...making,
    ...unsubscribing,
    ...jobs,
  };
}

afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
});

const anAddress = () => `${aWord()}@example.org`;
const ask = (email: string) => ours.subscribe({ email, network: aWord() });
const rowOf = async (email: string) =>
  (await db.select().from(newsletterSubscribers).where(eq(newsletterSubscribers.email, email)))[0];

/** The mail that asking leads to, and the token of its link. */
async function askedBy(email: string) {
  await ask(email);
  await workOff(ours.taskList);
  const mail = server.received.at(-1);
  return { mail, token: /confirm\?token=(\S+)/.exec(mail?.text ?? "")?.[1] ?? "" };
}

const leaveTokenOf = (id: number) => ours.unsubscribeToken({ list: "newsletter", id });

const later = (email: string, hours: number) =>
  db
    .update(newsletterSubscribers)
    .set({ requestedAt: sql`now() - make_interval(hours => ${hours})` })
    .where(eq(newsletterSubscribers.email, email));

describe("asking for the newsletter", () => {
  it("mails a link, and puts nobody on the list before its button was pressed", async () => {
    const email = anAddress();
    const { mail, token } = await askedBy(email.toUpperCase());
    expect(mail?.to).toMatchObject({ value: [{ address: email }] });
    expect(mail?.text).toContain("http://localhost:3000/newsletter/confirm?token=newsletter.");
    expect(mail?.html).toContain("/newsletter/confirm?token=newsletter.");
    expect(mail?.html).not.toMatch(/<(img|script|link|iframe|form)\b|https?:\/\/(?!localhost:3000)(?!www\.w3\.org)/);
    expect(mail?.headers.has("list")).toBe(false);
    expect((await rowOf(email))?.confirmedAt).toBeNull();
    await ours.confirmSubscription(token);
    expect((await rowOf(email))?.confirmedAt).not.toBeNull();
  });

  it("answers alike for an address that is on the list, and its mail says so to whoever has the mailbox", async () => {
    const { email, id } = await ours.aSubscriber();
    expect(await ask(email)).toBe(await ask(anAddress()));
    await workOff(ours.taskList);
    const told = server.received.find(({ subject }) => subject === "You get our newsletter already");
    expect(told?.to).toMatchObject({ value: [{ address: email }] });
    expect(told?.text).toContain(`/api/unsubscribe?token=${leaveTokenOf(id)}`);
    expect((await rowOf(email))?.confirmedAt).not.toBeNull();
  });

  it("keeps one row for one mailbox, also for two at once", async () => {
    const email = anAddress();
    await Promise.all([ask(email), ask(email.toUpperCase())]);
    const rows = await db.select().from(newsletterSubscribers).where(eq(newsletterSubscribers.email, email));
    expect(rows).toHaveLength(1);
  });

  it("is limited as sign-in mails are, and puts no address into the queue", async () => {
    const email = anAddress();
    expect(await outcomesOf([1, 2, 3, 4].map(() => ask(email)))).toEqual(["done", "done", "done", "rate_limited"]);
    const network = aWord();
    const many = Array.from({ length: 11 }, () => ours.subscribe({ email: anAddress(), network }));
    expect((await outcomesOf(many)).filter((outcome) => outcome === "rate_limited")).toHaveLength(1);
    expect(JSON.stringify(await waitingJobs())).not.toContain(email.split("@")[0]);
    expect(await codeOf(ours.subscribe({ email: "nobody", network: aWord() }))).toBe("email_wrong");
  });
});

describe("the link to confirm", () => {
  it("is friendly when it is used again", async () => {
    const { token } = await askedBy(anAddress());
    for (let time = 0; time < 3; time += 1) await ours.confirmSubscription(token);
  });

  it("works for 48 hours, and again after asking again", async () => {
    const email = anAddress();
    const { token } = await askedBy(email);
    await later(email, 49);
    expect(await codeOf(ours.confirmSubscription(token))).toBe("link_over");
    await ask(email);
    await ours.confirmSubscription(token);
  });

  it("is nothing when it is another's, broken, or the one to leave", async () => {
    const { token } = await askedBy(anAddress());
    const { id } = await ours.aSubscriber({ confirmedAt: null });
    for (const wrong of ["", "x", `${token}x`, leaveTokenOf(id)]) {
      expect(await codeOf(ours.confirmSubscription(wrong)), wrong).toBe("link_broken");
    }
    expect(await codeOf(ours.leaveNewsletter(token))).toBe("link_broken");
  });
});

describe("leaving", () => {
  it("is not done with a link of nobody's, or of another list", async () => {
    const { id, email } = await ours.aSubscriber();
    for (const token of ["", "x", ours.unsubscribeToken({ list: "replies", id })]) {
      expect(await codeOf(ours.leaveNewsletter(token))).toBe("link_broken");
    }
    expect(await rowOf(email)).toBeDefined();
  });

  it("keeps of them no more than a number on the last issue, and only of those who were on the list", async () => {
    const old = await ours.anIssue({
      scheduledFor: new Date(Date.now() - 20 * 86_400_000),
      startedAt: new Date(Date.now() - 20 * 86_400_000),
    });
    const last = await ours.anIssue({
      scheduledFor: new Date(Date.now() - 86_400_000),
      startedAt: new Date(Date.now() - 86_400_000),
    });
    const [on, off] = [await ours.aSubscriber(), await ours.aSubscriber({ confirmedAt: null })];
    for (const { id } of [on, off, on]) await ours.leaveNewsletter(leaveTokenOf(id));
    expect([(await ours.getIssue(old.id))?.leftCount, (await ours.getIssue(last.id))?.leftCount]).toEqual([0, 1]);
  });
});

it("an address that nobody confirmed in 48 hours is deleted, and no other", async () => {
  const [over, waits, on] = [
    await ours.aSubscriber({ confirmedAt: null }),
    await ours.aSubscriber({ confirmedAt: null }),
    await ours.aSubscriber(),
  ];
  for (const { email } of [over, on]) await later(email, 49);
  await later(waits.email, 47);
  for (let time = 0; time < 2; time += 1) await ours.eraseUnconfirmed();
  expect(await rowOf(over.email)).toBeUndefined();
  expect(await rowOf(waits.email)).toBeDefined();
  expect(await rowOf(on.email)).toBeDefined();
});
