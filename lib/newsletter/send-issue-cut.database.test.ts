import { spawn } from "node:child_process";
import { once } from "node:events";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { newsletterIssues, newsletterSubscribers } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember } from "@/lib/testing/factories";
import { startMailServer, workOff, type MailServer } from "@/lib/testing/mail-server";

let server: MailServer;
let ours: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = await startMailServer();
  ours = await load();
}, 60_000);

async function load() {
  const [scheduling, jobs, reading, making, registry] = await Promise.all([
    import("./schedule-issue"),
    import("./jobs"),
    import("./queries"),
    import("@/lib/testing/newsletter"),
    import("@/lib/jobs/registry"),
  ]);
  return { ...scheduling, ...jobs, ...reading, ...making, ...registry };
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

const work = () => workOff(ours.taskList);
const addressesOf = () => server.received.map(({ to }) => [to].flat()[0]?.text ?? "").sort();

async function sendNow() {
  const issue = await ours.anIssue();
  const editor = actorOf(await aMember({ role: "editor" }));
  await ours.scheduleIssue(editor, { issue: issue.id, version: issue.version, at: null });
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

describe("mails that do not arrive", () => {
  it("are counted as come back, or tried again, and stop none of the others", async () => {
    const [first, gone, full, last] = [await people(1), await people(1), await people(1), await people(1)].flat();
    server.refuseAddress(gone ?? "", "550 5.1.1 no such mailbox");
    server.refuseAddress(full ?? "", "452 4.2.2 the mailbox is full");
    const { id } = await sendNow();
    await work();
    expect(addressesOf()).toEqual([first, last].sort());
    expect(await issueNow(id)).toMatchObject({ state: "sending", sentCount: 2, bouncedCount: 1 });
    server.refuseAddress(full ?? "", null);
    await db
      .update(newsletterIssues)
      .set({ triedAt: sql`now() - interval '11 minutes'` })
      .where(eq(newsletterIssues.id, id));
    await ours.sendDueIssues();
    await work();
    expect(addressesOf()).toEqual([first, full, last].sort());
    expect(await issueNow(id)).toMatchObject({ state: "sent", sentCount: 3, bouncedCount: 1 });
  });

  it("are given up after two days", async () => {
    const [full = ""] = await people(1);
    await db.update(newsletterSubscribers).set({ confirmedAt: sql`now() - interval '9 days'` });
    server.refuseAddress(full, "452 4.2.2 the mailbox is full");
    const then = new Date(Date.now() - 49 * 3_600_000);
    const { id } = await ours.anIssue({ scheduledFor: then, startedAt: then });
    await ours.sendDueIssues();
    await work();
    expect(await issueNow(id)).toMatchObject({ state: "sent", sentCount: 0, bouncedCount: 1 });
  });
});

describe("a worker that is cut off", () => {
  it("by a mail server that goes away: the job goes on where it was", async () => {
    const known = await people(30);
    const { id } = await sendNow();
    server.vanishAfter(13);
    await work();
    expect(server.received).toHaveLength(13);
    server.vanishAfter(null);
    await asOwner((tx) => tx.execute(sql`UPDATE graphile_worker._private_jobs SET run_at = now()`));
    await work();
    expect(addressesOf()).toEqual(known);
    expect(await issueNow(id)).toMatchObject({ state: "sent", sentCount: 30 });
  });

  it("by a kill in the middle: everybody gets it, and only the mail under way may come twice, under one id", async () => {
    const known = await people(30);
    const { id } = await sendNow();
    const child = spawn(process.execPath, ["--import", "tsx", "bin/support/run-worker.ts"], {
      env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "silent" },
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await vi.waitFor(() => expect(server.received.length).toBeGreaterThan(6), { timeout: 25_000, interval: 2 });
    child.kill("SIGKILL");
    await ended;
    await vi.waitFor(async () => {
      const [open] = await db.execute<{ count: number }>(
        sql`SELECT count(*)::int AS count FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`,
      );
      expect(open?.count).toBe(0);
    });
    expect((await issueNow(id)).sentCount).toBeLessThan(30);
    await db
      .update(newsletterIssues)
      .set({ triedAt: sql`now() - interval '11 minutes'` })
      .where(eq(newsletterIssues.id, id));
    await ours.sendDueIssues();
    await work();
    expect([...new Set(addressesOf())]).toEqual(known);
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(30);
    expect(server.received.length).toBeLessThanOrEqual(31);
    expect(await issueNow(id)).toMatchObject({ state: "sent", sentCount: 30 });
  }, 60_000);
});
