import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { heardMessages } from "@/lib/platform/heard";

/**
 * Notes that a member has a thread before them: how far it goes, and that they have heard of it. Whoever only turns back
 * loses nothing. Their other pages hear that there is less.
 */
export async function noteReading({ memberId, threadId }: { memberId: number; threadId: number }): Promise<void> {
  await db.execute(sql`
    WITH heard AS (
      UPDATE notifications SET read_at = now()
      WHERE member_id = ${memberId} AND thread_id = ${threadId} AND read_at IS NULL
      RETURNING member_id AS id),
    noted AS (
      INSERT INTO readings (member_id, thread_id, position)
      SELECT ${memberId}, id, last_position FROM threads WHERE id = ${threadId}
      ON CONFLICT (member_id, thread_id) DO UPDATE SET position = excluded.position, at = now()
      WHERE readings.position < excluded.position)
    SELECT ${heardMessages(sql`SELECT DISTINCT id FROM heard`)}`);
}
