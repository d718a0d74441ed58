import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decisions, members } from "@/db/schema";
import { threadsPerPage } from "@/lib/platform/pagination";
import { decider, type Decider } from "./queries-transparency";
import type { DecisionKind, Rule } from "./schema";

export type PublicDecision = {
  month: string;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  rule: Rule;
  by: Decider;
  overturned: boolean;
};

/** What everybody may know of a decision; needs the moderator joined as `members`. */
export const publicColumns = {
  month: sql<string>`to_char(${decisions.createdAt} AT TIME ZONE 'UTC', 'YYYY-MM')`,
  kind: decisions.kind,
  lifts: decisions.lifts,
  rule: decisions.rule,
  by: decider,
  overturned: sql<boolean>`${decisions.overturnedAt} IS NOT NULL`,
};

/**
 * Decisions without anything of what or whom they were about, the newest first.
 * @param before the id of the last one that was shown: its time would tell more than the month, and ids stand on no line
 */
export async function listPublicDecisions(
  before: number | null,
): Promise<{ rows: PublicDecision[]; older: number | null }> {
  const time = sql`(SELECT created_at FROM decisions WHERE id = ${before})`;
  const rows = await db
    .select({ id: decisions.id, ...publicColumns })
    .from(decisions)
    .leftJoin(members, eq(members.id, decisions.moderatorId))
    .where(before ? sql`(${decisions.createdAt}, ${decisions.id}) < (${time}, ${before})` : undefined)
    .orderBy(desc(decisions.createdAt), desc(decisions.id))
    .limit(threadsPerPage + 1);
  const older = rows.length > threadsPerPage ? (rows[threadsPerPage - 1]?.id ?? null) : null;
  return { rows: rows.slice(0, threadsPerPage).map(({ id: _id, ...row }) => row), older };
}
