import { desc, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { postComment } from "@/lib/comments/post-comment";
import { taskList } from "@/lib/jobs/registry";
import { addJob } from "@/lib/platform/queue";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, aThread } from "@/lib/testing/factories";
import { workOff } from "@/lib/testing/mail-server";
import { spreadEvent } from "./spread-event";

const watchers = 20_000;

/** A comment in a thread that many watch, beside its author. @returns the number of its event */
async function aWatchedComment(): Promise<number> {
  const thread = await aThread();
  await db.execute(sql`
    WITH made AS (
      INSERT INTO identity.accounts (email, name)
      SELECT 'watcher' || n || '@example.org', 'w' || n FROM generate_series(1, ${watchers}) n RETURNING id, name),
    joined AS (
      INSERT INTO members (account_id, handle, handle_skeleton)
      SELECT id, 'watch_' || substr(name, 2), 'watch' || substr(name, 2) FROM made RETURNING id)
    INSERT INTO follows (follower_id, thread_id, level) SELECT id, ${thread.id}, 'watch' FROM joined`);
  const speaker = actorOf(await aMember());
  await postComment(speaker, { thread: thread.id, replyTo: null, body: "To many.", key: "" });
  const [event] = await db
    .select()
    .from(events)
    .where(eq(events.threadId, thread.id))
    .orderBy(desc(events.id))
    .limit(1);
  return event?.id ?? 0;
}

async function toldOf(eventId: number): Promise<number> {
  const [told] = await db.execute<{ many: number }>(
    sql`SELECT count(*)::int AS many FROM notifications WHERE event_id = ${eventId}`,
  );
  return told?.many ?? 0;
}

/** In the order in which a free worker takes them. */
async function jobsWaiting(): Promise<string[]> {
  const jobs = await asOwner((tx) =>
    tx.execute<{ task: string }>(sql`
      SELECT t.identifier AS task FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.priority, j.run_at, j.id`),
  );
  return jobs.map(({ task }) => task);
}

it("reaches 20,000 who watch, within a minute, in short jobs that let others go first", async () => {
  const eventId = await aWatchedComment();
  await asOwner((tx) => tx.execute(sql`DELETE FROM graphile_worker._private_jobs`));
  const began = performance.now();
  await spreadEvent({ eventId });
  expect(await toldOf(eventId)).toBe(1000);
  await db.transaction((tx) => addJob(tx, "send_sign_in_mail", { tokenHash: "nobody's", next: "/" }));
  const others = ["gather_mailings", "send_sign_in_mail"];
  expect(await jobsWaiting()).toEqual([...others, "spread_further"]);
  await workOff({ spread_further: taskList.spread_further });
  expect(performance.now() - began).toBeLessThan(60_000);
  expect(await toldOf(eventId)).toBe(watchers + 1);
  expect(await jobsWaiting()).toEqual(others);
}, 90_000);
