import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";

/** What the software noticed about a text, as a code with a number that its sentence names. */
export type Sign = { code: string; n: number };

/** Jobs and what they are given: ids only, so that nothing private lies in the queue. `lib/jobs/registry.ts` runs them. */
export type JobPayloads = {
  send_sign_in_mail: { tokenHash: string; next: string };
  send_statement_mail: { statementId: number };
  send_appeal_answer: { appealId: number };
  /** Codes and numbers of what was noticed, e.g. { code: "burst", n: 6 }. */
  open_case: { threadId: number; commentId: number | null; reason: string; signs: Sign[] };
  /** Cases wait too long. `at` is when it was noticed, in milliseconds, and makes one mail of every try. */
  send_queue_mail: { memberId: number; kind: "claimed" | "late" | "very_late"; at: number };
  remind_of_follow_up: { threadId: number; after: "30_days" | "90_days" };
  send_notice_receipt: { noticeId: number };
  send_notice_answer: { noticeId: number };
  /** Added by `recordEvent`. */
  spread_event: { eventId: number };
  /** The others who hear of it, behind the member `after`. Every other job goes first. */
  spread_further: { eventId: number; after: number };
  /** Makes mails of what is to be told at once. */
  gather_mailings: Record<string, never>;
  /** Writes the digests that are due. */
  write_digests: Record<string, never>;
  send_mailing: { mailingId: number };
  send_newsletter_confirmation: { subscriberId: number };
  /** The next mails of an issue, to whoever has a higher number than `after`. */
  send_issue: { issueId: number; after: number };
  /** `at` is when it was asked for, in milliseconds, and makes one mail of every try. */
  send_test_issue: { issueId: number; memberId: number; at: number };
};

/**
 * Puts a job into the queue in the caller's transaction: it does not run before the commit and is gone after a rollback.
 * @param options.jobKey a later job with the same key replaces a waiting one
 * @param options.inDays how long it waits; it runs at once without this
 */
export async function addJob<Task extends keyof JobPayloads>(
  tx: Connection,
  task: Task,
  payload: JobPayloads[Task],
  { jobKey, inDays }: { jobKey?: string; inDays?: number } = {},
): Promise<void> {
  await tx.execute(
    sql`SELECT add_job(${task}, ${JSON.stringify(payload)}::json, ${jobKey ?? null}, ${inDays ?? null})`,
  );
}

/**
 * A value in a statement of a job that stands alone: its commit does not wait for the disk. What a crash of Postgres takes
 * of it is done again, because the end of the job is written after it and is gone as well.
 */
export const withoutFlush = sql`set_config('synchronous_commit', 'off', true)`;
