import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";

/** Jobs and what they are given: ids only, so that nothing private lies in the queue. `lib/jobs/registry.ts` runs them. */
export type JobPayloads = {
  send_sign_in_mail: { tokenHash: string; next: string };
  send_statement_mail: { statementId: number };
};

/**
 * Puts a job into the queue in the caller's transaction: it does not run before the commit and is gone after a rollback.
 * @param jobKey a later job with the same key replaces a waiting one
 */
export async function addJob<Task extends keyof JobPayloads>(
  tx: Connection,
  task: Task,
  payload: JobPayloads[Task],
  jobKey?: string,
): Promise<void> {
  await tx.execute(
    sql`SELECT graphile_worker.add_job(${task}::text, payload := ${JSON.stringify(payload)}::json, job_key := ${jobKey ?? null}::text)`,
  );
}
