import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Alive } from "./alive";
import { crontab } from "./crontab";
import { taskList } from "./registry";

/** The library's messages hold payloads; only their level and first words are kept. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ from: "worker" }, message.split(":")[0]?.slice(0, 120));
});

/**
 * The queue's own notes do not wait for the disk: a crash of Postgres takes the newest of them, never an older one alone,
 * and their jobs run again, as after a crash of the worker.
 */
function withoutFlush(connectionString: string): string {
  const url = new URL(connectionString);
  url.searchParams.set("options", `${url.searchParams.get("options") ?? ""} -c synchronous_commit=off`.trim());
  return url.href;
}

/** Starts to work off the queue. Whoever starts it owns the signals and stops it. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const connectionString = env().DATABASE_URL;
  const alive = new Alive(connectionString);
  await alive.start();
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked by the pool's name, whichever of its workers runs them.
  events.on("pool:create", ({ workerPool }) => alive.add(workerPool.id));
  const runner = await run({
    connectionString: withoutFlush(connectionString),
    events,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    crontab,
    logger,
    // The ends of jobs are noted together, and a worker that stops waits for that only then.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  // A worker that was killed may have left some behind just now.
  await runner.addJob("free_jobs", {}, { jobKey: "free_jobs" });
  return {
    async stop() {
      await runner.stop();
      await alive.stop();
    },
  };
}
