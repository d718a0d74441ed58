import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { newsletterDeliveries, newsletterIssues, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, aWord } from "@/lib/testing/factories";
import { startMailServer, workOff, type MailServer } from "@/lib/testing/mail-server";

let server: MailServer;
let ours: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = await startMailServer();
  ours = await load();
}, 60_000);

async function load() {
  const [scheduling, testing, leaving, jobs, counting, making, unsubscribing, registry] = await Promise.all([
    import("./schedule-issue"),
    import("./test-issue"),
    import("./leave-newsletter"),
    import("./jobs"),
    import("./queries"),
    import("@/lib/testing/newsletter"),
    import("@/lib/platform/unsubscribe"),
    import("@/lib/jobs/registry"),
  ]);
  return { ...scheduling, ...testing, ...leaving, ...jobs, ...counting, ...making, ...unsubscribing, ...registry };
}

afterAll(() => server.stop());
beforeEach(async () => {
  server.received.length = 0;
  await asOwner(async (tx) => {
    await tx.execute(sql`DELETE FROM graphile_worker._private_jobs`);
    await tx.execute(
      sql`TRUNCATE newsletter_issues, newsletter_articles, newsletter_deliveries, identity.newsletter_subscribers`,
    );
  });
});

const editor = async () => actorOf(await aMember({ role: "editor" }));
const work = () => workOff(ours.taskList);
const addressesOf = () => server.received.map(({ to }) => [to].flat()[0]?.text ?? "").sort();

async function sendNow(given: Parameters<typeof ours.anIssue>[0] = {}) {
  const issue = await ours.anIssue(given);
  await ours.scheduleIssue(await editor(), { issue: issue.id, version: issue.version, at: null });
  return issue;
}

async function people(count: number): Promise<string[]> {
  const made = await Promise.all(Array.from({ length: count }, () => ours.aSubscriber()));
  return made.map(({ email }) => email).sort();
}

async function issueNow(id: number) {
  const issue = await ours.getIssue(id);
  if (!issue) throw new Error("the issue is gone");
  return issue;
}

const hide = ({ id }: { id: number }) =>
  db
    .update(threads)
    .set({ hiddenAt: sql`now()` })
    .where(eq(threads.id, id));

describe("an issue", () => {
  it("comes as text and as HTML, tells of its articles, and leads to this site only", async () => {
    const subscriber = await ours.aSubscriber();
    const article = await ours.anArticle();
    const introductionHtml =
      '<p>See <a href="/techniques/shiatsu" rel="nofollow">this &#x26; that</a>.</p><h3>New words</h3>';
    const issue = await sendNow({ introductionHtml, tellsOf: [article] });
    await work();
    const [mail] = server.received;
    const href = ours.unsubscribeAddress({ list: "newsletter", id: subscriber.id });
    const path = `http://localhost:3000/articles/${article.slug}`;
    for (const part of [mail?.text ?? "", String(mail?.html)]) {
      for (const words of [
        article.title,
        article.excerpt,
        path,
        "http://localhost:3000/techniques/shiatsu",
        "New words",
        href,
      ])
        expect(part).toContain(words);
      for (const [, origin] of part.matchAll(/(https?:\/\/[^/"\s<]+)/g))
        expect(["http://localhost:3000", "http://www.w3.org"]).toContain(origin);
    }
    expect(mail?.text).toContain("You get this mail because this address was put on the list");
    expect(String(mail?.html)).not.toMatch(/<(img|script|link|iframe|form)\b|url\(/);
    const lines = mail?.headerLines.map(({ line }) => line) ?? [];
    expect(lines).toContain(`List-Unsubscribe: <${href}>`);
    expect(lines).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(mail?.messageId).toBe(`<newsletter-${issue.id}-${subscriber.id}@localhost>`);
    expect(`${mail?.text}${mail?.html}`).not.toContain(subscriber.email);
  });

  it("goes to everybody on the list once, in batches, and to nobody who did not confirm", async () => {
    const known = await people(45);
    await ours.aSubscriber({ confirmedAt: null });
    const { id } = await sendNow();
    await work();
    expect(addressesOf()).toEqual(known);
    expect(await issueNow(id)).toMatchObject({ state: "sent", sentCount: 45, bouncedCount: 0 });
    await ours.sendIssue({ issueId: id, after: 0 });
    await ours.sendDueIssues();
    await work();
    expect(server.received).toHaveLength(45);
  });

  it("goes once also where several jobs are at it", async () => {
    const known = await people(12);
    const { id } = await sendNow();
    await Promise.all([1, 2, 3, 4].map(() => ours.sendIssue({ issueId: id, after: 0 })));
    await ours.sendIssue({ issueId: id, after: 0 });
    expect(addressesOf()).toEqual(known);
    expect(await issueNow(id)).toMatchObject({ state: "sent", sentCount: 12 });
  });

  it("reaches nobody who left in between", async () => {
    const [stays, leaves] = [await ours.aSubscriber(), await ours.aSubscriber()];
    await sendNow();
    await ours.leaveNewsletter(ours.unsubscribeToken({ list: "newsletter", id: leaves.id }));
    await work();
    expect(addressesOf()).toEqual([stays.email]);
  });

  it("waits for its time, and goes with the clock's job", async () => {
    await people(1);
    const issue = await ours.anIssue();
    const at = new Date(Date.now() + 3_600_000);
    await ours.scheduleIssue(await editor(), { issue: issue.id, version: 1, at });
    await ours.sendDueIssues();
    await ours.sendIssue({ issueId: issue.id, after: 0 });
    await work();
    expect(server.received).toEqual([]);
    await db
      .update(newsletterIssues)
      .set({ scheduledFor: sql`now()` })
      .where(eq(newsletterIssues.id, issue.id));
    await ours.sendDueIssues();
    await work();
    expect(server.received).toHaveLength(1);
    expect((await issueNow(issue.id)).state).toBe("sent");
  });

  it("keeps 7 days from the one before as it is sent, whatever the plan was", async () => {
    await people(1);
    const late = new Date(Date.now() - 8 * 86_400_000);
    await ours.anIssue({ scheduledFor: late, startedAt: sql`now() - interval '6 days'` as unknown as Date });
    const next = await ours.anIssue({ scheduledFor: new Date(Date.now() - 1000) });
    await ours.sendDueIssues();
    await work();
    expect(server.received).toEqual([]);
    expect((await issueNow(next.id)).state).toBe("waits");
  });
});

describe("what became of its articles", () => {
  it("leaves a hidden one out", async () => {
    await people(1);
    const [shown, hidden, forMembers] = [await ours.anArticle(), await ours.anArticle(), await ours.anArticle()];
    await sendNow({ tellsOf: [hidden, shown, forMembers] });
    await hide(hidden);
    await db.update(threads).set({ audience: "members" }).where(eq(threads.id, forMembers.id));
    await work();
    const [mail] = server.received;
    expect(mail?.text).toContain(shown.title);
    for (const { title } of [hidden, forMembers]) {
      expect(mail?.text).not.toContain(title);
      expect(mail?.html).not.toContain(title);
    }
  });

  it("does not send an issue with nothing left, and says so", async () => {
    await people(3);
    const article = await ours.anArticle();
    const { id } = await sendNow({ tellsOf: [article] });
    await hide(article);
    await work();
    expect(server.received).toEqual([]);
    expect(await issueNow(id)).toMatchObject({ state: "empty", sentCount: 0, startedAt: null });
  });

  it("stops in the middle when the last one is hidden", async () => {
    const known = await people(25);
    const article = await ours.anArticle();
    const { id } = await sendNow({ tellsOf: [article] });
    await ours.sendIssue({ issueId: id, after: 0 });
    await hide(article);
    await work();
    expect(server.received).toHaveLength(20);
    expect(known).toHaveLength(25);
    expect(await issueNow(id)).toMatchObject({ state: "empty", sentCount: 20 });
  });
});

describe("what was sent", () => {
  it("stays as it is: the database refuses to begin it again, or to take a delivery away", async () => {
    await people(1);
    const { id } = await sendNow();
    await work();
    const again = db.update(newsletterIssues).set({ startedAt: null }).where(eq(newsletterIssues.id, id));
    await expect(again).rejects.toThrow();
    await expect(db.delete(newsletterIssues).where(eq(newsletterIssues.id, id))).rejects.toThrow();
    await expect(db.delete(newsletterDeliveries)).rejects.toThrow();
  });
});

it("a test goes to whoever asks and to nobody else, names itself, and takes nobody off a list", async () => {
  await people(2);
  const member = await aMember({ role: "editor" });
  const issue = await ours.anIssue({ subject: `New: ${aWord()}` });
  await ours.testIssue(actorOf(member), issue.id);
  await work();
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.subject).toBe(`Test: ${issue.subject}`);
  expect(server.received[0]?.headers.has("list")).toBe(false);
  expect((await issueNow(issue.id)).state).toBe("draft");
});
