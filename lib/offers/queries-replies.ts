import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Months } from "@/lib/platform/months";
import { isPost } from "./fitting";
import { fewestPosts } from "./limits";

/** How soon posts got their first reply; of too few posts only how many there are. */
export type ReplyFigures =
  | { enough: false; posts: number; fewest: number }
  | {
      enough: true;
      posts: number;
      withinDay: number;
      /** Within this, half of all these posts had a reply; null while fewer than half have one. */
      medianSeconds: number | null;
    };

/**
 * About the posts that appeared in some months and are at least a day old, so that each had its 24 hours. A post without
 * a reply counts as one that waits for ever, so that the median is one of all posts and not only of the answered ones.
 */
export async function getReplyFigures({ from, to }: Months): Promise<ReplyFigures> {
  const [row] = await db.execute<{ posts: number; withinDay: number; median: number | null }>(sql`
    WITH heard AS MATERIALIZED (
      SELECT coalesce(${firstReplySeconds}, 'Infinity') AS seconds FROM threads t
      WHERE t.visible AND ${isPost} AND t.published_at >= ${from.toISOString()}::timestamptz
        AND t.published_at < least(${to.toISOString()}::timestamptz, now() - interval '1 day'))
    SELECT count(*)::int AS posts, (count(*) FILTER (WHERE seconds <= 86400))::int AS "withinDay",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) AS median FROM heard`);
  const { posts = 0, withinDay = 0, median = null } = row ?? {};
  if (posts < fewestPosts) return { enough: false, posts, fewest: fewestPosts };
  return { enough: true, posts, withinDay, medianSeconds: median === Infinity ? null : median };
}

/**
 * Of the thread `t`: until the first comment of somebody else could be read. One that had waited for a moderator counts
 * from when it appeared.
 */
const firstReplySeconds = sql`(
  SELECT extract(epoch FROM greatest(c.created_at, (
      SELECT max(e.created_at) FROM events e
      WHERE e.thread_id = t.id AND e.kind = 'words_appeared' AND e.detail->>'position' = c.position::text)) - t.published_at)::float8
  FROM comments c WHERE c.thread_id = t.id AND c.visible AND c.author_id <> t.author_id ORDER BY c.position LIMIT 1)`;

/** The same for a table of what was counted, of which kind, how often; the median rounded to minutes. */
export async function listReplyLines(months: Months): Promise<[string, string, number | null][]> {
  const figures = await getReplyFigures(months);
  const all: [string, string, number] = ["posts_a_day_old", "all", figures.posts];
  if (!figures.enough) return [all];
  const { withinDay, medianSeconds } = figures;
  return [
    all,
    ["posts_a_day_old", "answered_within_24_hours", withinDay],
    ["posts_a_day_old", "median_seconds", medianSeconds === null ? null : Math.round(medianSeconds / 60) * 60],
  ];
}
