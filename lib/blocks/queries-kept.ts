import { sql, type SQL } from "drizzle-orm";

/**
 * Whether a thread (the row `t`) is not kept from a member: they did not mute it, its technique or its author, and no
 * block stands between the two. In a thread of their own, only having muted it counts; articles are nobody's to block.
 */
export function isNotKeptFrom(memberId: number): SQL {
  return sql`NOT EXISTS (SELECT FROM mutes q WHERE q.member_id = ${memberId} AND (q.thread_id = t.id
      OR (t.author_id <> ${memberId} AND (q.technique_id = t.technique_id OR q.muted_member_id = t.author_id))))
    AND (t.kind = 'article' OR NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = ${memberId} AND b.blocked_id = t.author_id)
      OR (b.blocker_id = t.author_id AND b.blocked_id = ${memberId})))`;
}
