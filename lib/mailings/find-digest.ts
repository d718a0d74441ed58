import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailChoiceFor } from "@/lib/notifications/hearing";
import { isUnanswered } from "@/lib/offers/fitting";
import { askedAfterHours } from "@/lib/offers/limits";
import { mostNewThreads, mostTold, newsDays } from "./limits";
import { listItems, listTold, type Item, type Told } from "./queries";
import { isWantedBy } from "./wanted";

export type Digest = { told: Told[]; items: Item[] };

/**
 * What a member's digest would tell now: what waits to be told and is unread, new threads in what they follow, one
 * question that waits for an answer and that they could give one, and one article. Nothing that a digest told before.
 */
export async function findDigest(tx: Transaction, memberId: number): Promise<Digest> {
  const waits = sql`n.mailing_id IS NULL AND n.mail <> 'never' AND n.created_at > ${since}
    AND (SELECT ${mailChoiceFor(sql`n.kind`, sql`h`)} FROM (SELECT) nothing
      LEFT JOIN hearing_choices h ON h.member_id = n.member_id AND h.kind = n.kind) <> 'never'`;
  const told = (await listTold(tx, memberId, waits)).slice(0, mostTold);
  const rest = sql`(
    SELECT thread_id, 'new_thread' AS why FROM (${newThreads(memberId, told)}) a
    UNION ALL SELECT thread_id, 'unanswered' FROM (${unanswered(memberId)}) b
    UNION ALL SELECT thread_id, 'article' FROM (${article(memberId)}) c) d`;
  return { told, items: onceEach(await listItems(tx, rest, sql`true`)) };
}

const since = sql`now() - make_interval(days => ${newsDays})`;

const isNotDigested = (memberId: number) =>
  sql`NOT EXISTS (SELECT FROM digested g WHERE g.member_id = ${memberId} AND g.thread_id = t.id)`;

/** The newest in what is followed: each followed thing gives its newest by its own index. */
function newThreads(memberId: number, told: Told[]) {
  const elsewhere = sql`t.id <> ALL (ARRAY[${sql.join(
    told.map(({ thread }) => sql`${thread.id}::bigint`),
    sql`, `,
  )}]::bigint[])`;
  const newest = sql`t.published_at > ${since} AND ${isWantedBy(memberId)} AND ${isNotDigested(memberId)} AND ${elsewhere}
    ORDER BY t.published_at DESC, t.id DESC LIMIT ${mostNewThreads}`;
  return sql`
    WITH mine AS MATERIALIZED (SELECT technique_id, member_id FROM follows WHERE follower_id = ${memberId} AND level <> 'off')
    SELECT thread_id FROM (
      SELECT n.* FROM mine, (VALUES ('question'::thread_kind), ('experience'), ('advice'), ('testimonial')) k (kind), LATERAL (
        SELECT t.id AS thread_id, t.published_at FROM threads t WHERE t.technique_id = mine.technique_id AND t.kind = k.kind AND ${newest}) n
      UNION
      SELECT n.* FROM mine, LATERAL (
        SELECT t.id AS thread_id, t.published_at FROM threads t WHERE t.author_id = mine.member_id AND t.kind <> 'article' AND ${newest}) n
    ) found ORDER BY published_at DESC, thread_id DESC LIMIT ${mostNewThreads}`;
}

/** The question that waits longest, about a technique that the member told of trying or follows. */
function unanswered(memberId: number) {
  return sql`
    WITH known AS MATERIALIZED (
      SELECT technique_id FROM threads WHERE author_id = ${memberId} AND visible AND kind IN ('testimonial', 'experience')
      UNION SELECT technique_id FROM follows WHERE follower_id = ${memberId} AND level <> 'off' AND technique_id IS NOT NULL)
    SELECT n.thread_id FROM known, LATERAL (
      SELECT t.id AS thread_id, t.published_at FROM threads t
      WHERE t.technique_id = known.technique_id AND t.kind = 'question' AND t.locked_at IS NULL AND ${isUnanswered}
        AND t.published_at BETWEEN ${since} AND now() - make_interval(hours => ${askedAfterHours[0]})
        AND ${isWantedBy(memberId)} AND ${isNotDigested(memberId)}
      ORDER BY t.published_at, t.id LIMIT 1) n
    ORDER BY n.published_at, n.thread_id LIMIT 1`;
}

function article(memberId: number) {
  return sql`SELECT t.id AS thread_id FROM threads t
    WHERE t.kind = 'article' AND ${isWantedBy(memberId)} AND ${isNotDigested(memberId)}
    ORDER BY t.published_at DESC NULLS FIRST, t.id DESC NULLS FIRST LIMIT 1`;
}

/** A question may be new in what somebody follows and wait for an answer: then it is told of as the latter. */
function onceEach(items: Item[]): Item[] {
  const waiting = items.find(({ why }) => why === "unanswered");
  return items.filter((item) => item === waiting || item.id !== waiting?.id);
}
