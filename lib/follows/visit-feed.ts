import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** A visit is a stay: what was new stays marked as new until half an hour has passed without a look at the feed. */
const visitMinutes = 30;

/**
 * Notes that a member looks at the feed.
 * @returns the moment after which things are new, or null at the first visit
 */
export async function visitFeed(memberId: number): Promise<Date | null> {
  const stale = sql`feed_seen_at < now() - make_interval(mins => ${visitMinutes})`;
  const [row] = await db.execute<{ since: string | null }>(sql`
    UPDATE members SET
      feed_seen_before_at = CASE WHEN ${stale} THEN feed_seen_at ELSE feed_seen_before_at END,
      feed_seen_at = now()
    WHERE id = ${memberId}
    RETURNING extract(epoch FROM feed_seen_before_at) * 1000 AS since`);
  return row?.since ? new Date(Number(row.since)) : null;
}
