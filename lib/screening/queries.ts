import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { allowedHosts, members, watchedPhrases } from "@/db/schema";
import { fewestWaits, waitDays } from "./limits";
import type { WatchAct } from "./schema";

export { tryPhrase, type DryRun } from "./queries-dry-run";

export type WatchedPhrase = {
  id: number;
  phrase: string;
  act: WatchAct;
  note: string;
  by: string;
  createdAt: Date;
};

/** The phrases that are watched for now, the newest first. */
export async function listPhrases(): Promise<WatchedPhrase[]> {
  const { id, phrase, act, note, createdAt } = watchedPhrases;
  return db
    .select({ id, phrase, act, note, createdAt, by: members.handle })
    .from(watchedPhrases)
    .innerJoin(members, eq(members.id, watchedPhrases.createdBy))
    .where(isNull(watchedPhrases.retiredAt))
    .orderBy(desc(watchedPhrases.id));
}

export type AllowedHost = { host: string; by: string | null };

/** The hosts that newcomers may link to at once, in the order of the alphabet. */
export async function listHosts(): Promise<AllowedHost[]> {
  return db
    .select({ host: allowedHosts.host, by: members.handle })
    .from(allowedHosts)
    .leftJoin(members, eq(members.id, allowedHosts.addedBy))
    .orderBy(asc(allowedHosts.host));
}

/**
 * How long what the software held has lately waited until it was let through: the median in hours. Null when that were
 * fewer than `fewestWaits` things.
 */
export async function getExpectedWait(): Promise<number | null> {
  const [row] = await db.execute<{ hours: number | null }>(sql`
    SELECT (CASE WHEN count(*) >= ${fewestWaits} THEN
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.created_at - c.opened_at)::float8 / 3600) END)::float8 AS hours
    FROM decisions d JOIN cases c ON c.id = d.case_id
    WHERE d.kind = 'restore' AND c.origin = 'software' AND d.created_at > now() - make_interval(days => ${waitDays})`);
  return row?.hours ?? null;
}
