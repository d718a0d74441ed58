import { desc, eq, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { follows, members, techniques, threads } from "@/db/schema";
import type { Cursor } from "@/lib/platform/pagination";
import { threadsPerPage } from "@/lib/platform/pagination";
import { type Addressed, threadPath } from "@/lib/platform/urls";
import type { SubjectKind } from "./schema";
import { visitFeed } from "./visit-feed";

export { findReader } from "./find-reader";

export type FeedThread = Addressed & {
  title: string;
  excerpt: string;
  audience: "public" | "members";
  author: string;
  technique: string | null;
  lastActivityAt: Date;
  commentCount: number;
  newComments: number;
};

export type Feed = { since: Date | null; threads: FeedThread[]; older: Cursor | null };

/**
 * The feed of what a member follows, newest activity first. Each followed thing gives its newest rows by its own
 * index, and they are merged: following 300 things reads at most 300 short index ranges.
 * Opening the first page counts as a visit.
 */
export async function getFeed(memberId: number, before: Cursor | null): Promise<Feed> {
  const since = before ? await lastVisit(memberId) : await visitFeed(memberId);
  const limit = threadsPerPage + 1;
  const rows = await db.execute<FeedRow>(sql`
    WITH mine AS MATERIALIZED (SELECT technique_id, thread_id, member_id FROM follows WHERE follower_id = ${memberId}),
    found AS (
      SELECT n.id, n.last_activity_at FROM mine, LATERAL (${newest(sql`technique_id = mine.technique_id`, before, limit)}) n
      UNION
      SELECT n.id, n.last_activity_at FROM mine, LATERAL (${newest(sql`author_id = mine.member_id`, before, limit)}) n
      UNION
      SELECT n.id, n.last_activity_at FROM mine, LATERAL (${newest(sql`id = mine.thread_id`, before, limit)}) n
    ),
    top AS (SELECT id FROM found ORDER BY last_activity_at DESC, id DESC LIMIT ${limit})
    SELECT t.id, t.kind, t.slug, t.title, t.excerpt, t.audience, m.handle AS author, q.name AS technique,
      extract(epoch FROM t.last_activity_at) * 1000 AS active, t.comment_count,
      (SELECT count(*)::int FROM comments c WHERE c.thread_id = t.id AND c.visible AND c.author_id <> ${memberId}
        AND c.created_at > ${since ? since.toISOString() : null}::timestamptz) AS fresh
    FROM top JOIN threads t ON t.id = top.id JOIN members m ON m.id = t.author_id LEFT JOIN techniques q ON q.id = t.technique_id
    ORDER BY t.last_activity_at DESC, t.id DESC`);
  const shown = rows.slice(0, threadsPerPage).map(asFeedThread);
  const last = rows.length > threadsPerPage ? shown.at(-1) : undefined;
  return { since, threads: shown, older: last ? { at: last.lastActivityAt, id: last.id } : null };
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
  active: string;
  comment_count: number;
  fresh: number;
};

function asFeedThread(row: FeedRow): FeedThread {
  const { active, comment_count: commentCount, fresh, id, ...rest } = row;
  return { ...rest, id: Number(id), lastActivityAt: new Date(Number(active)), commentCount, newComments: fresh };
}

/** The newest visible threads that fit, for one followed thing. */
function newest(fits: SQL, before: Cursor | null, limit: number): SQL {
  const older = before
    ? sql`AND (last_activity_at, id) < (${before.at.toISOString()}::timestamptz, ${before.id})`
    : sql``;
  return sql`SELECT id, last_activity_at FROM threads WHERE visible AND ${fits} ${older} ORDER BY last_activity_at DESC, id DESC LIMIT ${limit}`;
}

async function lastVisit(memberId: number): Promise<Date | null> {
  const [row] = await db.select({ at: members.feedSeenBeforeAt }).from(members).where(eq(members.id, memberId));
  return row?.at ?? null;
}

export type Followed = { kind: SubjectKind; id: number; name: string; href: string };

/** Everything that a member follows, the newest first. Threads that are gone are left out. */
export async function listFollowed(memberId: number): Promise<Followed[]> {
  const rows = await db
    .select({
      technique: { id: techniques.id, name: techniques.name, slug: techniques.slug },
      thread: {
        id: threads.id,
        title: threads.title,
        kind: threads.kind,
        slug: threads.slug,
        visible: threads.visible,
      },
      member: { id: members.id, handle: members.handle },
    })
    .from(follows)
    .leftJoin(techniques, eq(techniques.id, follows.techniqueId))
    .leftJoin(threads, eq(threads.id, follows.threadId))
    .leftJoin(members, eq(members.id, follows.memberId))
    .where(eq(follows.followerId, memberId))
    .orderBy(desc(follows.id))
    .limit(500);
  return rows.flatMap(({ technique, thread, member }): Followed[] => {
    if (technique)
      return [{ kind: "technique", id: technique.id, name: technique.name, href: `/techniques/${technique.slug}` }];
    if (member) return [{ kind: "member", id: member.id, name: member.handle, href: `/members/${member.handle}` }];
    if (thread?.visible) return [{ kind: "thread", id: thread.id, name: thread.title, href: threadPath(thread) }];
    return [];
  });
}
