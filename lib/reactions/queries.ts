import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { reactions } from "@/db/schema";
import type { ReactionKind } from "./labels";

export type ReactionCounts = Partial<Record<ReactionKind, number>>;

const countQuery = db
  .select({ position: reactions.position, kind: reactions.kind, count: sql<number>`count(*)::int` })
  .from(reactions)
  .where(
    sql`${reactions.threadId} = ${sql.placeholder("threadId")} AND (${reactions.position} = 0 OR ${reactions.position} BETWEEN ${sql.placeholder("from")} AND ${sql.placeholder("to")})`,
  )
  .groupBy(reactions.position, reactions.kind)
  .prepare("count_reactions");

/** How many reacted to the thread (position 0) and to a range of its comments, by position. */
export async function countReactions(threadId: number, from: number, to: number): Promise<Map<number, ReactionCounts>> {
  const counts = new Map<number, ReactionCounts>();
  for (const row of await countQuery.execute({ threadId, from, to })) {
    counts.set(row.position, { ...counts.get(row.position), [row.kind]: row.count });
  }
  return counts;
}
