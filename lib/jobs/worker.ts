import { Logger, run } from "graphile-worker";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { crontab } from "./crontab";
import { taskList } from "./registry";

/** The library's messages hold payloads; only their level and first words are kept. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ from: "worker" }, message.split(":")[0]?.slice(0, 120));
});

/** Starts to work off the queue. Whoever starts it owns the signals and stops it. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: env().DATABASE_URL,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    crontab,
    logger,
  });
  return { stop: () => runner.stop() };
}
