import { and, eq, isNotNull, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { members, mutes } from "@/db/schema";
import { phraseFinder } from "@/lib/platform/muted-words";
import type { Cursor } from "@/lib/platform/pagination";
import { threadsPerPage } from "@/lib/platform/pagination";
import type { Addressed } from "@/lib/platform/urls";
import { visitFeed } from "./visit-feed";

export { findReader } from "./find-reader";
export { listFollowed, type Followed } from "./queries-followed";
export { isShownTo, standsFor, unreadOf } from "./unread";

export type FeedThread = Addressed & {
  title: string;
  excerpt: string;
  audience: "public" | "members";
  author: string;
  technique: string | null;
  lastActivityAt: Date;
  commentCount: number;
  newComments: number;
  /** How far they had read it, and where to go on; null where they have not had it before them. */
  readTo: number | null;
  goOnAt: number | null;
};

export type Feed = { since: Date | null; threads: FeedThread[]; older: Cursor | null };

/** Where muted words leave out so much that a page does not fill up, it ends after so many reads, and "Older" goes on. */
const mostReads = 5;

/**
 * The feed of what a member follows, newest activity first, without what they do not want to see. Opening the first
 * page counts as a visit.
 */
export async function getFeed(memberId: number, before: Cursor | null): Promise<Feed> {
  const [since, muted] = await Promise.all([
    before ? lastVisit(memberId) : visitFeed(memberId),
    listMutedWords(memberId),
  ]);
  const isUnwanted = phraseFinder(muted);
  const threads: FeedThread[] = [];
  let from = before;
  for (let read = 0; read < mostReads; read += 1) {
    const rows = await readFeed(memberId, since, from);
    for (const [index, row] of rows.slice(0, threadsPerPage).entries()) {
      from = { at: new Date(Number(row.active)), id: Number(row.id) };
      if (row.own || !isUnwanted(`${row.title} ${row.excerpt}`)) threads.push(asFeedThread(row));
      if (threads.length === threadsPerPage) return { since, threads, older: index + 1 < rows.length ? from : null };
    }
    if (rows.length <= threadsPerPage) return { since, threads, older: null };
  }
  return { since, threads, older: from };
}

/**
 * A page of rows, and one more if there is one. Each followed thing gives its newest rows by its own index, and they are
 * merged: following 300 things reads at most 300 short index ranges.
 */
async function readFeed(memberId: number, since: Date | null, before: Cursor | null): Promise<FeedRow[]> {
  const limit = threadsPerPage + 1;
  return db.execute<FeedRow>(sql`
    WITH mine AS MATERIALIZED (SELECT technique_id, thread_id, member_id FROM follows WHERE follower_id = ${memberId} AND level <> 'off'),
    unwanted AS MATERIALIZED (SELECT
      ARRAY(SELECT blocked_id FROM blocks WHERE blocker_id = ${memberId} UNION ALL
        SELECT muted_member_id FROM mutes WHERE member_id = ${memberId} AND muted_member_id IS NOT NULL) AS authors,
      ARRAY(SELECT thread_id FROM mutes WHERE member_id = ${memberId} AND thread_id IS NOT NULL) AS threads,
      ARRAY(SELECT technique_id FROM mutes WHERE member_id = ${memberId} AND technique_id IS NOT NULL) AS techniques),
    found AS (
      SELECT n.id, n.last_activity_at FROM mine, LATERAL (${newest(memberId, sql`technique_id = mine.technique_id`, before, limit)}) n
      UNION
      SELECT n.id, n.last_activity_at FROM mine, LATERAL (${newest(memberId, sql`author_id = mine.member_id`, before, limit)}) n
      UNION
      SELECT n.id, n.last_activity_at FROM mine, LATERAL (${newest(memberId, sql`id = mine.thread_id`, before, limit)}) n
    ),
    top AS (SELECT id FROM found ORDER BY last_activity_at DESC, id DESC LIMIT ${limit})
    SELECT t.id, t.kind, t.slug, t.title, t.excerpt, t.audience, m.handle AS author, q.name AS technique,
      t.author_id = ${memberId} AS own, extract(epoch FROM t.last_activity_at) * 1000 AS active, t.comment_count,
      r.position AS read_to, fresh.count AS fresh, fresh.first AS go_on
    FROM top JOIN threads t ON t.id = top.id JOIN members m ON m.id = t.author_id LEFT JOIN techniques q ON q.id = t.technique_id
    LEFT JOIN readings r ON r.member_id = ${memberId} AND r.thread_id = t.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, min(c.position) AS first FROM comments c
      WHERE c.thread_id = t.id AND c.visible AND c.author_id <> ${memberId}
        AND c.author_id <> ALL ((SELECT authors FROM unwanted)::bigint[])
        AND CASE WHEN r.position IS NULL THEN c.created_at > ${since ? since.toISOString() : null}::timestamptz
          ELSE c.position > r.position END) fresh
    ORDER BY t.last_activity_at DESC, t.id DESC`);
}

type FeedRow = {
  id: string;
  kind: string;
  slug: string;
  title: string;
  excerpt: string;
  audience: "public" | "members";
  author: string;
  technique: string | null;
  own: boolean;
  active: string;
  comment_count: number;
  fresh: number;
  read_to: number | null;
  go_on: number | null;
};

function asFeedThread(row: FeedRow): FeedThread {
  const { active, comment_count: commentCount, fresh, read_to: readTo, go_on: goOnAt, id, own: _own, ...rest } = row;
  const at = { id: Number(id), lastActivityAt: new Date(Number(active)) };
  return { ...rest, ...at, commentCount, newComments: fresh, readTo, goOnAt };
}

/** The newest visible threads that fit and are wanted, for one followed thing. An article is not its editor's own words. */
function newest(memberId: number, fits: SQL, before: Cursor | null, limit: number): SQL {
  const older = before
    ? sql`AND (last_activity_at, id) < (${before.at.toISOString()}::timestamptz, ${before.id})`
    : sql``;
  return sql`SELECT id, last_activity_at FROM threads WHERE visible AND ${fits} ${older}
    AND (author_id = ${memberId} OR (
      (kind = 'article' OR author_id <> ALL ((SELECT authors FROM unwanted)::bigint[]))
      AND id <> ALL ((SELECT threads FROM unwanted)::bigint[])
      AND coalesce(technique_id, 0) <> ALL ((SELECT techniques FROM unwanted)::bigint[])))
    ORDER BY last_activity_at DESC, id DESC LIMIT ${limit}`;
}

async function lastVisit(memberId: number): Promise<Date | null> {
  const [row] = await db.select({ at: members.feedSeenBeforeAt }).from(members).where(eq(members.id, memberId));
  return row?.at ?? null;
}

async function listMutedWords(memberId: number): Promise<string[]> {
  const rows = await db
    .select({ word: mutes.word })
    .from(mutes)
    .where(and(eq(mutes.memberId, memberId), isNotNull(mutes.word)));
  return rows.flatMap(({ word }) => word ?? []);
}

export async function followsOnReply(memberId: number): Promise<boolean> {
  const [row] = await db.select({ on: members.followsOnReply }).from(members).where(eq(members.id, memberId));
  return row?.on ?? true;
}
