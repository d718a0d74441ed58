import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { withoutFlush } from "@/lib/platform/queue";

/**
 * Begins to follow the thread in which somebody wrote a comment, unless they do not want that at all, or said something
 * else about this thread.
 */
export async function followAfterWriting({ eventId }: { eventId: number }): Promise<void> {
  await db.execute(sql`
    INSERT INTO follows (follower_id, thread_id)
    SELECT m.id, e.thread_id FROM events e JOIN members m ON m.id = e.actor_id
    WHERE e.id = ${eventId} AND e.kind = 'comment_posted' AND e.thread_id IS NOT NULL AND m.follows_on_reply
    ON CONFLICT DO NOTHING RETURNING ${withoutFlush}`);
}
