import { sql, type SQL } from "drizzle-orm";
import { isNotKeptFrom } from "@/lib/blocks/queries-kept";

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
