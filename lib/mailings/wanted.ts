import { sql, type SQL } from "drizzle-orm";

/**
 * Whether a thread (the row `t`) is news for a member that they want: not their own, not seen, by nobody whom they keep
 * away or who keeps them away, and nothing that they muted or switched off.
 */
export function isWantedBy(memberId: number): SQL {
  return sql`t.visible AND t.author_id <> ${memberId}
    AND NOT EXISTS (SELECT FROM readings r WHERE r.member_id = ${memberId} AND r.thread_id = t.id)
    AND NOT EXISTS (SELECT FROM follows f WHERE f.follower_id = ${memberId} AND f.thread_id = t.id AND f.level = 'off')
    AND ${isNotKeptFrom(memberId)}`;
}

/** The same for something said in it, which may be news in a thread of their own, and in one that they have seen. */
export function isNotKeptFrom(memberId: number): SQL {
  return sql`NOT EXISTS (SELECT FROM mutes q WHERE q.member_id = ${memberId} AND (q.thread_id = t.id
      OR (t.author_id <> ${memberId} AND (q.technique_id = t.technique_id OR q.muted_member_id = t.author_id))))
    AND (t.kind = 'article' OR NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = ${memberId} AND b.blocked_id = t.author_id)
      OR (b.blocker_id = t.author_id AND b.blocked_id = ${memberId})))`;
}
