import { closeDatabase } from "@/db/client";
import { startWorker } from "@/lib/jobs/worker";
import { log } from "@/lib/platform/log";

const worker = await startWorker();
log.info("The worker is ready.");
let stopping = false;

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());

/** A job that is cut stays locked for four hours, so the ones under way are finished first. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  await closeDatabase();
  process.exit(0);
}
