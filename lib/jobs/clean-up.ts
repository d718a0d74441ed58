import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eraseOldDrafts } from "@/lib/drafts/erase-old-drafts";
import { announcePurge } from "@/lib/platform/events";
import { eraseOldNotices } from "@/lib/moderation/erase-old-notices";
import { log } from "@/lib/platform/log";
import { eraseOldOffers } from "@/lib/offers/erase-old-offers";
import { forgetOldTroubles } from "@/lib/platform/mail-trouble";
import { tags } from "@/lib/platform/tags";
import { eraseWithdrawn } from "@/lib/threads/erase-withdrawn";

/** What is over goes, what was withdrawn is erased, and the counters are proved. Running it twice changes nothing. */
export async function cleanUp(): Promise<void> {
  await db.execute(sql`DELETE FROM identity.sessions WHERE expires_at < now()`);
  await db.execute(sql`DELETE FROM identity.sign_in_tokens WHERE expires_at < now()`);
  await db.execute(sql`DELETE FROM identity.admin_invitations WHERE expires_at < now()`);
  await db.execute(sql`DELETE FROM identity.rate_windows WHERE ends_at < now()`);
  // What was read is soon forgotten; what was not, after half a year.
  await db.execute(sql`DELETE FROM notifications WHERE read_at < now() - interval '30 days'
    OR created_at < now() - interval '180 days'`);
  await db.execute(sql`DELETE FROM mailings WHERE created_at < now() - interval '180 days'`);
  await eraseWithdrawn();
  await eraseOldNotices();
  await eraseOldOffers();
  await eraseOldDrafts();
  await forgetOldTroubles();
  await mendCounters();
  await mendThanks();
  await recountTestimonials();
  // A restriction ends and a month begins without anybody's doing.
  await db.transaction((tx) => announcePurge(tx, [tags.transparency]));
}

/** The counters are kept by the writes; a difference is a fault, so it is told and mended. */
async function mendCounters(): Promise<void> {
  const mended = await db.execute<{ id: string }>(sql`
    UPDATE threads t SET comment_count = c.readable, last_position = c.last
    FROM (
      SELECT t.id, count(c.id) FILTER (WHERE c.visible)::int AS readable, coalesce(max(c.position), 0) AS last
      FROM threads t LEFT JOIN comments c ON c.thread_id = t.id GROUP BY t.id
    ) c
    WHERE c.id = t.id AND (t.comment_count, t.last_position) IS DISTINCT FROM (c.readable, c.last)
    RETURNING t.id`);
  if (mended.length > 0)
    log.warn({ threads: mended.map((row) => Number(row.id)) }, "comment counters were wrong and are mended");
}

/** The same for the thanks by which testimonials are ordered. */
async function mendThanks(): Promise<void> {
  const mended = await db.execute<{ id: string }>(sql`
    UPDATE threads t SET thanks_count = c.thanks
    FROM (
      SELECT t.id, count(r.thread_id)::int AS thanks FROM threads t
      LEFT JOIN reactions r ON r.thread_id = t.id AND r.position = 0 AND r.kind = 'thanks'
      WHERE t.kind = 'testimonial' GROUP BY t.id
    ) c
    WHERE c.id = t.id AND t.thanks_count <> c.thanks RETURNING t.id`);
  if (mended.length > 0)
    log.warn({ threads: mended.map((row) => Number(row.id)) }, "counts of thanks were wrong and are mended");
}

/** The same for what testimonials add up to. */
async function recountTestimonials(): Promise<void> {
  const [row] = await db.execute<{ wrong: number }>(sql`SELECT health.recount() AS wrong`);
  if (row && row.wrong > 0) log.warn({ cells: row.wrong }, "counts of testimonials were wrong and are mended");
}
