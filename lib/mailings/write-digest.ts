import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { digested, mailings } from "@/db/schema";
import { addJob } from "@/lib/platform/queue";
import { findDigest, type Digest } from "./find-digest";
import { awayDays } from "./limits";

/**
 * Writes a member's digest if it is due and there is something to tell, and sets when the next one is. Whoever has been
 * away for long is told once, with the last one, that no more come until they are back.
 */
export async function writeDigest(memberId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const [due] = await tx.execute<{ away: boolean }>(sql`
      SELECT a.seen_at < now() - make_interval(days => ${awayDays}) AS away
      FROM mail_settings s JOIN members m ON m.id = s.member_id JOIN identity.accounts a ON a.id = m.account_id
      WHERE s.member_id = ${memberId} AND s.digest_due_at <= now() AND coalesce(s.paused_until, now()) <= now()
        AND NOT EXISTS (SELECT FROM restrictions r WHERE r.member_id = m.id AND r.kind IN ('suspend', 'ban')
          AND r.lifted_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > now()))
      FOR UPDATE OF s`);
    if (due) {
      const digest = await findDigest(tx, memberId);
      if (due.away || digest.told.length + digest.items.length > 0)
        await write(tx, { memberId, digest, last: due.away });
    }
    await tx.execute(sql`
      UPDATE mail_settings SET digest_stopped_at = CASE WHEN ${due?.away ?? false} THEN now() END,
        digest_due_at = CASE WHEN NOT ${due?.away ?? false}
          THEN next_digest(digest, digest_day, digest_hour, time_zone, greatest(now(), paused_until)) END
      WHERE member_id = ${memberId} AND digest_due_at <= now()`);
  });
}

async function write(
  tx: Transaction,
  { memberId, digest, last }: { memberId: number; digest: Digest; last: boolean },
): Promise<void> {
  const [mailing] = await tx.insert(mailings).values({ memberId, last }).returning({ id: mailings.id });
  if (!mailing) throw new Error("the mailing was not made");
  const mailingId = mailing.id;
  const events = digest.told.flatMap(({ said }) => said.map(({ eventId }) => eventId));
  if (events.length > 0)
    await tx.execute(sql`
      UPDATE notifications SET mailing_id = ${mailingId}, mail_after = NULL
      WHERE member_id = ${memberId} AND event_id IN ${events} AND mailing_id IS NULL`);
  const rows = digest.items.map(({ id: threadId, why }) => ({ memberId, threadId, mailingId, why }));
  if (rows.length > 0) await tx.insert(digested).values(rows);
  await addJob(tx, "send_mailing", { mailingId }, { jobKey: `mailing-${mailingId}` });
}
