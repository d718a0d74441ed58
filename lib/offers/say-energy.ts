import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { takeTurn } from "@/lib/platform/rate-limit";
import { offerOneAtATime, stillAsks } from "./fitting";
import { sayTurns } from "./limits";
import { offerTo } from "./offer-to";

/**
 * Says for how many first answers somebody has energy until their day ends, and offers posts at once. A number that is
 * said again the same day takes the place of the one before; what was offered today counts against it.
 */
export async function sayEnergy({ memberId, paced }: Actor, { answers }: { answers: number }): Promise<void> {
  await db.transaction(async (tx) => {
    if (paced && answers > 0) await takeTurn(tx, [sayTurns(memberId)]);
    await offerOneAtATime(tx);
    await writeEnergy(tx, memberId, answers);
    await giveBack(tx, memberId, answers);
    await offerTo(tx, memberId);
  });
}

/** Cut to milliseconds, as the column keeps them: rounded up, the last moment of a day would be the first of the next. */
const saidAt = sql`date_trunc('milliseconds', now())`;

async function writeEnergy(tx: Transaction, memberId: number, answers: number): Promise<void> {
  const nextMidnight = sql`(date_trunc('day', now() AT TIME ZONE zone) + interval '1 day') AT TIME ZONE zone`;
  await tx.execute(sql`
    INSERT INTO energies AS e (member_id, answers, said_at, ends_at)
    SELECT m.id, ${answers}, ${saidAt}, ${nextMidnight}
    FROM members m LEFT JOIN mail_settings s ON s.member_id = m.id, LATERAL (SELECT coalesce(s.time_zone, 'UTC') AS zone) z
    WHERE m.id = ${memberId}
    ON CONFLICT (member_id) DO UPDATE SET answers = excluded.answers,
      said_at = CASE WHEN e.ends_at > now() THEN e.said_at ELSE excluded.said_at END,
      ends_at = CASE WHEN e.ends_at > now() THEN e.ends_at ELSE excluded.ends_at END`);
}

/** With a lower number, what is beyond it goes back to others: first what needs no answer any more, then the latest. */
async function giveBack(tx: Transaction, memberId: number, answers: number): Promise<void> {
  await tx.execute(sql`
    DELETE FROM offers WHERE member_id = ${memberId} AND thread_id IN (
      SELECT o.thread_id FROM offers o JOIN energies e ON e.member_id = o.member_id JOIN threads t ON t.id = o.thread_id
      WHERE o.member_id = ${memberId} AND o.passed_at IS NULL AND o.created_at >= e.said_at
      ORDER BY ${stillAsks} DESC, o.created_at, o.thread_id OFFSET ${answers})`);
}
