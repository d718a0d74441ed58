import { sql, type SQL } from "drizzle-orm";
import type { Connection, Transaction } from "@/db/client";
import { isNotKeptFrom } from "@/lib/blocks/queries-kept";
import { askedAfterHours, membersPerStep } from "./limits";

/** What members start to be heard. */
export const isPost = sql`t.kind IN ('question', 'experience', 'advice')`;

/** Of the thread `t`: nobody but its author has said anything that can be read. */
export const isUnanswered = sql`NOT EXISTS (
  SELECT FROM comments c WHERE c.thread_id = t.id AND c.visible AND c.author_id <> t.author_id)`;

/** The thread `t` is a post that can be answered, and nobody has. */
export const stillAsks = sql`t.visible AND t.locked_at IS NULL AND ${isPost} AND ${isUnanswered}`;

/** The thread `t` shows that its author used its technique: they told of it under their own name. */
export const tellsOfUse = sql`t.visible AND t.kind IN ('testimonial', 'experience')`;

/** The thread `t` is not kept from the member, nor switched off by them. */
export function isWantedBy(memberId: number): SQL {
  return sql`${isNotKeptFrom(memberId)}
    AND NOT EXISTS (SELECT FROM follows f WHERE f.follower_id = ${memberId} AND f.thread_id = t.id AND f.level = 'off')`;
}

export async function listMutedWords(connection: Connection, memberId: number): Promise<string[]> {
  const muted = await connection.execute<{ word: string }>(
    sql`SELECT word FROM mutes WHERE member_id = ${memberId} AND word IS NOT NULL`,
  );
  return muted.map(({ word }) => word);
}

/** Of the energies `e`: how many more posts may be offered. What was passed on counts, so that nothing comes in its place. */
export const offersLeft = sql`e.answers - (
  SELECT count(*) FROM offers o WHERE o.member_id = e.member_id AND o.created_at >= e.said_at)`;

/** The member `m` may answer: a person with an account, who can write and use it now. */
export const canAnswer = sql`m.kind = 'member' AND m.account_id IS NOT NULL AND NOT EXISTS (
  SELECT FROM restrictions r WHERE r.member_id = m.id AND r.kind IN ('silence', 'suspend', 'ban')
    AND r.lifted_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > now()))`;

/** How many more people the thread `t` may be held by at this moment: by nobody before the first step. */
export const placesLeft = sql`${membersPerStep} * (
    SELECT count(*) FROM unnest(ARRAY[${sql.raw(askedAfterHours.join(", "))}]) hours
    WHERE t.published_at <= now() - make_interval(hours => hours))
  - (SELECT count(*) FROM offers o JOIN energies e ON e.member_id = o.member_id
    WHERE o.thread_id = t.id AND o.passed_at IS NULL AND o.created_at >= e.said_at AND e.ends_at > now())`;

/** Whoever offers waits here for whoever else does: what is counted then is what holds when it is written. */
export async function offerOneAtATime(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('offers', 0))`);
}
