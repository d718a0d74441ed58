import { runOnce, Logger } from "graphile-worker";
import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { addJob } from "@/lib/platform/queue";
import { asOwner } from "@/lib/testing/as-owner";
import { taskList } from "./registry";
import { startWorker } from "./worker";

type Held = { by: string | null; tries: number };
const held = () =>
  asOwner((tx) =>
    tx.execute<Held>(sql`
      SELECT j.locked_by AS by, j.attempts AS tries FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'spread_event'`),
  ).then(([job]) => job);

const waitALongTime = () =>
  asOwner((tx) =>
    tx.execute(
      sql`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour' WHERE locked_by IS NOT NULL`,
    ),
  );

/** As another instance does every minute. */
async function free(): Promise<void> {
  await db.transaction((tx) => tx.execute(sql`SELECT add_job('free_jobs', '{}', NULL, NULL)`));
  const { spread_event: _left, ...others } = taskList;
  const logger = new Logger(() => () => {});
  await runOnce({ connectionString: process.env.DATABASE_URL ?? "", taskList: others, noHandleSignals: true, logger });
}

it("leaves a long job with the worker that has it, as long as that lives", async () => {
  const worker = await startWorker();
  let stopped: Promise<void> | undefined;
  await asOwner(async (tx) => {
    // The job waits for this until the transaction ends.
    await tx.execute(sql`LOCK TABLE events IN ACCESS EXCLUSIVE MODE`);
    await db.transaction((other) => addJob(other, "spread_event", { eventId: 1 }));
    await vi.waitFor(async () => expect((await held())?.by).toBeTruthy(), { timeout: 10_000 });
    const before = await held();
    await waitALongTime();
    await free();
    expect(await held()).toEqual(before);
    stopped = worker.stop();
  });
  await stopped;
  expect(await held()).toBeUndefined();
});

it("gives back what a worker had that is gone", async () => {
  await db.transaction((tx) => addJob(tx, "spread_event", { eventId: 1 }));
  await asOwner((tx) =>
    tx.execute(sql`UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now()`),
  );
  await waitALongTime();
  await free();
  expect(await held()).toMatchObject({ by: null });
});
