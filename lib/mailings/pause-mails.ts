import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";

/**
 * Keeps all mails back for some days, but for links to sign in and letters from moderators; 0 ends a pause. What would
 * have come waits, and a digest comes at its hour after it.
 */
export async function pauseMails({ memberId }: Actor, { days }: { days: number }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      UPDATE mail_settings SET paused_until = CASE WHEN ${days} > 0 THEN now() + make_interval(days => ${days}) END,
        digest_due_at = CASE WHEN digest_due_at IS NOT NULL
          THEN next_digest(digest, digest_day, digest_hour, time_zone, now() + make_interval(days => ${days})) END
      WHERE member_id = ${memberId}`);
    await tx.execute(sql`
      UPDATE notifications SET mail_after = now() WHERE member_id = ${memberId} AND read_at IS NULL AND mail_after IS NOT NULL`);
  });
}
