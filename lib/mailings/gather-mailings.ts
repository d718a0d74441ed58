import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { mailChoiceFor } from "@/lib/notifications/hearing";
import { gatheredAtOnce } from "./limits";

/**
 * Makes mails of what is to be told at once: one for each member and thread, and no other about it until the member has
 * come back to the thread; what is said meanwhile goes into the digest. Quiet hours and pauses put it off.
 */
export async function gatherMailings(): Promise<void> {
  while ((await db.transaction(gatherSome)) === gatheredAtOnce);
}

/** @returns how many rows were looked at */
async function gatherSome(tx: Transaction): Promise<number> {
  // Two at once could each make a mail of the same thread.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('gather_mailings'))`);
  const [row] = await tx.execute<{ judged: number }>(sql`
    WITH due AS MATERIALIZED (
      SELECT n.member_id, n.event_id, n.thread_id, n.read_at, n.kind FROM notifications n
      WHERE n.mail_after <= now() ORDER BY n.mail_after LIMIT ${gatheredAtOnce} FOR UPDATE SKIP LOCKED),
    judged AS MATERIALIZED (
      SELECT due.*, choice, waits_until,
        CASE WHEN read_at IS NOT NULL THEN 'over' WHEN choice <> 'at_once' THEN 'chosen' WHEN waits_until > now() THEN 'wait'
          WHEN EXISTS (SELECT FROM notifications e WHERE e.member_id = due.member_id AND e.thread_id = due.thread_id
            AND e.read_at IS NULL AND e.mail = 'at_once' AND e.mailing_id IS NOT NULL) THEN 'told'
          ELSE 'mail' END AS verdict
      FROM due JOIN mail_settings s ON s.member_id = due.member_id
      LEFT JOIN hearing_choices h ON h.member_id = due.member_id AND h.kind = due.kind
      CROSS JOIN LATERAL (SELECT ${mailChoiceFor(sql`due.kind`, sql`h`)} AS choice,
        greatest(s.paused_until, quiet_until(s.quiet_from, s.quiet_to, s.time_zone, now())) AS waits_until) w),
    made AS (
      INSERT INTO mailings (member_id, thread_id)
      SELECT DISTINCT member_id, thread_id FROM judged WHERE verdict = 'mail' RETURNING id, member_id, thread_id),
    noted AS (
      UPDATE notifications n SET mailing_id = made.id,
        mail = CASE verdict WHEN 'chosen' THEN judged.choice WHEN 'told' THEN 'digest' ELSE n.mail END,
        mail_after = CASE verdict WHEN 'wait' THEN waits_until END
      FROM judged LEFT JOIN made ON verdict = 'mail' AND made.member_id = judged.member_id AND made.thread_id = judged.thread_id
      WHERE n.member_id = judged.member_id AND n.event_id = judged.event_id)
    SELECT (SELECT count(*)::int FROM judged) AS judged,
      (SELECT count(add_job('send_mailing', json_build_object('mailingId', id), 'mailing-' || id, NULL)) FROM made) AS jobs`);
  return row?.judged ?? 0;
}
