import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { allowedHosts } from "@/db/schema";
import { newcomerDays } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { renderMarkdown } from "@/lib/platform/markdown";
import type { Addressed } from "@/lib/platform/urls";
import { isAllowed, linksOf } from "@/lib/screening/links";
import type { WhyWaiting } from "@/lib/screening/schema";
import { sleepsAfterMonths } from "./limits";

/** Something of one's own that others see once a moderator has read it. */
export type Waiting = {
  what: "thread" | "comment" | "thread_edit" | "comment_edit";
  /** The thread's, or the comment's. */
  id: number;
  title: string;
  /** Where it stands or will stand; a thread that waits has no page yet. */
  thread: Addressed;
  position: number | null;
  html: string;
  since: Date;
  why: WhyWaiting[];
};

type Row = {
  what: Waiting["what"];
  id: string;
  title: string;
  thread_id: string;
  kind: string;
  slug: string;
  position: number | null;
  body: string;
  since: string;
  first: boolean;
  slept: boolean;
};

const held = (thing: "t" | "c") =>
  sql.raw(
    `${thing}.held_at IS NOT NULL AND ${thing}.hidden_at IS NULL AND ${thing}.removed_at IS NULL AND ${thing}.withdrawn_at IS NULL`,
  );

/** What waits of a member's posts, comments and changes; testimonials are found by `listOwnTestimonials`. */
const waitingOf = (memberId: number) => sql`
  SELECT 'thread' AS what, t.id, t.title, t.id AS thread_id, t.kind::text, t.slug, NULL::int AS position, p.body,
    t.held_at AS since, m.joined_at > t.created_at - make_interval(days => ${newcomerDays}) AS first, false AS slept
  FROM threads t JOIN posts p ON p.thread_id = t.id JOIN members m ON m.id = t.author_id
  WHERE t.author_id = ${memberId} AND ${held("t")}
  UNION ALL
  SELECT 'comment', c.id, t.title, t.id, t.kind::text, t.slug, c.position, c.body, c.held_at, false,
    t.last_activity_at < c.created_at - make_interval(months => ${sleepsAfterMonths})
  FROM comments c JOIN threads t ON t.id = c.thread_id
  WHERE c.author_id = ${memberId} AND ${held("c")} AND t.visible
  UNION ALL
  SELECT 'thread_edit', t.id, h.title, t.id, t.kind::text, t.slug, NULL, h.body, h.created_at, false, false
  FROM held_edits h JOIN threads t ON t.id = h.thread_id
  WHERE t.author_id = ${memberId} AND t.visible
  UNION ALL
  SELECT 'comment_edit', c.id, t.title, t.id, t.kind::text, t.slug, c.position, h.body, h.created_at, false, false
  FROM held_edits h JOIN comments c ON c.id = h.comment_id JOIN threads t ON t.id = c.thread_id
  WHERE c.author_id = ${memberId} AND c.visible AND t.visible`;

/** What of a member's words waits for a moderator, the newest first, and why as far as that helps its author. */
export async function listWaiting(memberId: number): Promise<Waiting[]> {
  const [rows, hosts] = await Promise.all([
    db.execute<Row>(sql`
      SELECT what, id, title, thread_id, kind, slug, position, body, extract(epoch FROM since) * 1000 AS since, first, slept
      FROM (${waitingOf(memberId)}) AS w ORDER BY w.since DESC, id DESC LIMIT 100`),
    db.select({ host: allowedHosts.host }).from(allowedHosts),
  ]);
  const allowed = hosts.map(({ host }) => host);
  return rows.map(({ what, title, position, body, since, ...row }) => ({
    what,
    id: Number(row.id),
    title,
    thread: { id: Number(row.thread_id), kind: row.kind, slug: row.slug },
    position,
    html: renderMarkdown(body),
    since: new Date(Number(since)),
    why: whyOf({ ...row, links: linksOf(body, env().APP_URL).some(({ host }) => !isAllowed(host, allowed)) }),
  }));
}

/** How many there are. */
export async function countWaiting(memberId: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (${waitingOf(memberId)}) AS w`,
  );
  return row?.count ?? 0;
}

/** Told from the thing itself: which phrases are watched, and what looks like a campaign, is not for its author. */
function whyOf({ first, slept, links }: { first: boolean; slept: boolean; links: boolean }): WhyWaiting[] {
  const why: WhyWaiting[] = [];
  if (first) why.push("first");
  if (slept) why.push("woke");
  if (links) why.push("link");
  return why.length > 0 ? why : ["words"];
}
