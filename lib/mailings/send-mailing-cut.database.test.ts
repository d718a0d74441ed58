import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { asOwner } from "@/lib/testing/as-owner";
import { aTalk, startMailings, type Mailings } from "@/lib/testing/mailings";
import type { Member, Thread } from "@/lib/testing/factories";

/** More of both for whoever doubts: `MAILS=500 KILLS=100 npx vitest run --project database send-mailing-cut`. */
const mails = Number(process.env.MAILS ?? 40);
const kills = Number(process.env.KILLS ?? 3);

let ours: Mailings;
let talk: { thread: Thread; speaker: Member };

beforeAll(async () => {
  ours = await startMailings();
  talk = await aTalk();
  // All but the author, to whom it is said, watch the thread and want to hear at once.
  await db.execute(sql`
    WITH made AS (
      INSERT INTO identity.accounts (email, name) SELECT 'cut' || n || '@example.org', 'c' || n FROM generate_series(2, ${mails}) n
      RETURNING id, name),
    joined AS (
      INSERT INTO members (account_id, handle, handle_skeleton) SELECT id, 'cut_' || substr(name, 2), 'cut' || substr(name, 2) FROM made
      RETURNING id),
    chosen AS (INSERT INTO hearing_choices (member_id, kind, on_site, mail) SELECT id, 'comment', true, 'at_once' FROM joined)
    INSERT INTO follows (follower_id, thread_id, level) SELECT id, ${talk.thread.id}, 'watch' FROM joined`);
  await db.execute(sql`UPDATE mail_settings SET quiet_from = 0, quiet_to = 0`);
}, 60_000);
afterAll(() => ours.server.stop());

function aWorker(): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "bin/support/run-worker.ts"], {
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
}

/** Lets the time pass that the dead are waited for, and the hour of a retry come. */
const later = () =>
  asOwner((tx) =>
    tx.execute(
      sql`UPDATE graphile_worker._private_jobs SET run_at = now(), locked_at = locked_at - interval '1 minute'`,
    ),
  );

const messageIds = () => ours.server.received.map(({ messageId }) => messageId);

async function unsent(): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM mailings WHERE sent_at IS NULL`,
  );
  return row?.count ?? 0;
}

it(
  "an hour without a mail server, and a worker killed at random: every mail arrives, and twice only under one id",
  async () => {
    ours.server.vanishAfter(0);
    await ours.say(talk.speaker, talk.thread, "To all of you.");
    await ours.work();
    expect(await unsent()).toBe(mails);
    await later();
    await ours.work();
    expect(messageIds()).toEqual([]);
    ours.server.vanishAfter(null);
    for (let kill = 0; kill < kills; kill += 1) {
      await later();
      const worker = aWorker();
      const ended = once(worker, "exit");
      const before = ours.server.received.length;
      // Most are cut in the middle of their mails, some while they begin.
      const mood = Math.random();
      if (mood > 0.2)
        await vi
          .waitFor(() => expect(ours.server.received.length).toBeGreaterThan(before + 3 * mood), {
            timeout: 20_000,
            interval: 1,
          })
          .catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 30 * Math.random()));
      worker.kill("SIGKILL");
      await ended;
    }
    await later();
    const last = aWorker();
    await vi.waitFor(async () => expect(await unsent()).toBe(0), { timeout: 100_000, interval: 200 });
    last.kill("SIGTERM");
    await once(last, "exit");
    const reached = new Set(ours.server.received.map(({ to }) => [to].flat()[0]?.text));
    expect(reached.size).toBe(mails);
    expect(new Set(messageIds()).size).toBe(mails);
    // A worker sends four at a time; each kill can only double those that were on their way.
    expect(messageIds().length - mails).toBeLessThanOrEqual(4 * kills);
  },
  30_000 * (kills + 5),
);
