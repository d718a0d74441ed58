import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { addJob, type JobPayloads } from "@/lib/platform/queue";
import { activeHours, claimMinutes } from "./limits";
import { attentionHours } from "./policy";

type Kind = JobPayloads["send_queue_mail"]["kind"];

/**
 * Reminds of what was not looked at in time: whoever claimed it, else those moderators who were there lately. What has
 * waited as long once more is told to all of them. Each case counts once for each, whenever and however often this runs:
 * the row is marked in the transaction that adds the mails.
 */
export async function watchTheQueue(): Promise<void> {
  await db.transaction(async (tx) => {
    const marked = await markLate(tx);
    const late = marked.filter((row) => row.first);
    const claimers = late.flatMap(({ claimer }) => (claimer === null ? [] : Number(claimer)));
    const mails = new Map<number, Kind>();
    const tell = (people: number[], kind: Kind) => people.forEach((id) => mails.set(id, kind));
    // One mail for each person, about the gravest thing, so that comes last.
    if (late.length > claimers.length) tell(await activeModerators(tx), "late");
    tell(claimers, "claimed");
    if (marked.some((row) => row.again)) tell(await allModerators(tx), "very_late");
    const at = Date.now();
    for (const [memberId, kind] of mails) await addJob(tx, "send_queue_mail", { memberId, kind, at });
  });
}

/**
 * Marks the cases that are due and were not reminded of (`first`), and those that waited as long again as they should
 * have at all (`again`). Locked in the order of their ids, as a batch locks them.
 */
async function markLate(tx: Transaction) {
  return tx.execute<{ first: boolean; again: boolean; claimer: string | null }>(sql`
    WITH late AS (
      SELECT c.id, c.reminded_at IS NULL AS first, c.escalated_at IS NULL AND ${longLate} AS again, m.id AS claimer
      FROM cases c LEFT JOIN members m ON m.id = c.claimed_by AND m.role IN ('moderator', 'admin')
        AND c.claimed_at > now() - make_interval(mins => ${claimMinutes})
      WHERE c.closed_at IS NULL AND c.due_at < now() AND (c.reminded_at IS NULL OR (c.escalated_at IS NULL AND ${longLate}))
      ORDER BY c.id FOR UPDATE OF c)
    UPDATE cases c SET reminded_at = coalesce(c.reminded_at, now()),
      escalated_at = CASE WHEN late.again THEN now() ELSE c.escalated_at END
    FROM late WHERE c.id = late.id RETURNING late.first, late.again, late.claimer`);
}

const attention = Object.entries(attentionHours).map(
  ([reason, hours]) => sql`WHEN ${reason}::report_reason THEN ${hours}::int`,
);
const longLate = sql`c.due_at + make_interval(hours => CASE c.reason ${sql.join(attention, sql` `)} END) < now()`;

/** Those who used the staff's pages lately; all of them where nobody did. */
async function activeModerators(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT DISTINCT m.id FROM members m JOIN identity.sessions s ON s.account_id = m.account_id
    WHERE m.role IN ('moderator', 'admin') AND s.staff_seen_at > now() - make_interval(hours => ${activeHours})`);
  return rows.length > 0 ? rows.map(({ id }) => Number(id)) : allModerators(tx);
}

async function allModerators(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`SELECT id FROM members WHERE role IN ('moderator', 'admin') AND account_id IS NOT NULL`,
  );
  return rows.map(({ id }) => Number(id));
}
