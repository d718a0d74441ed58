import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import type { Role } from "@/lib/platform/actor";
import { lastListPage, threadsPerPage, type Cursor } from "@/lib/platform/pagination";
import type { Addressed } from "@/lib/platform/urls";
import type { Audience } from "@/lib/serving/context";
import type { ThreadKind } from "./schema";
import { visibleThreads } from "./visibility";

/** One row of a list. */
export type ThreadRow = {
  id: number;
  kind: ThreadKind;
  audience: Audience;
  slug: string;
  title: string;
  excerpt: string;
  commentCount: number;
  locked: boolean;
  publishedAt: Date;
  lastActivityAt: Date;
  author: string;
  authorId: number;
  authorRole: Role;
  /** A testimonial of somebody who gives massages for a living, or has another interest in them. */
  interest: boolean;
  technique: string | null;
  techniqueId: number | null;
};

export type ThreadList = {
  rows: ThreadRow[];
  /** Numbered pages that there are, at most `lastListPage`. */
  lastPage: number;
  /** Where the next rows begin, behind the numbered pages. */
  older: Cursor | null;
};

export type ThreadFilter = {
  kind?: ThreadKind;
  techniqueId?: number;
  authorId?: number;
  /** A later domain's condition on the row `t`. */
  also?: SQL;
};

/** By what a list is ordered, the most of it first. Each has an index; a cursor goes on only along a time. */
const orders = {
  activity: { column: sql`t.last_activity_at`, cursor: (row: ThreadRow) => row.lastActivityAt },
  published: { column: sql`t.published_at`, cursor: (row: ThreadRow) => row.publishedAt },
  thanks: { column: sql`t.thanks_count`, cursor: null },
};
export type ThreadOrder = keyof typeof orders;

/** Which part of a list: a numbered page, or what is older than a row. */
export type Place = { page: number } | { before: Cursor };

/**
 * Threads in an order, by their newest activity where none is given. Numbered pages end at `lastListPage`, so the
 * offset has a bound; then keysets.
 */
export async function listThreads(
  audience: Audience,
  filter: ThreadFilter,
  place: Place,
  order: ThreadOrder = "activity",
): Promise<ThreadList> {
  const where = conditions(audience, filter);
  const { column, cursor } = orders[order];
  const numbered = "page" in place;
  const older = numbered
    ? sql``
    : sql`AND (${column}, t.id) < (${place.before.at.toISOString()}::timestamptz, ${place.before.id})`;
  const offset = numbered ? (Math.min(place.page, lastListPage) - 1) * threadsPerPage : 0;
  const found = await rowsOf(sql`${where} ${older}`, column, threadsPerPage + 1, offset);
  const rows = found.slice(0, threadsPerPage);
  const last = rows.at(-1);
  const more = found.length > threadsPerPage && last && cursor ? { at: cursor(last), id: last.id } : null;
  if (!numbered) return { rows, lastPage: 0, older: more };
  return { rows, lastPage: await countPages(where, column), older: place.page >= lastListPage ? more : null };
}

/** The threads that people talk in now. */
export async function listNewestThreads(audience: Audience, limit: number): Promise<ThreadRow[]> {
  return rowsOf(conditions(audience, {}), orders.activity.column, limit, 0);
}

/** As many as one sitemap may hold, with room for the fixed pages. */
const sitemapLength = 49_000;

/** The addresses of public threads, the newest activity first. */
export async function listForSitemap(): Promise<(Addressed & { lastActivityAt: Date })[]> {
  const rows = await db.execute<{ id: string; kind: string; slug: string; active: string }>(sql`
    SELECT t.id, t.kind, t.slug, extract(epoch FROM t.last_activity_at) * 1000 AS active
    FROM threads t WHERE ${visibleThreads("public")}
    ORDER BY t.last_activity_at DESC, t.id DESC LIMIT ${sitemapLength}`);
  return rows.map(({ id, kind, slug, active }) => ({
    id: Number(id),
    kind,
    slug,
    lastActivityAt: new Date(Number(active)),
  }));
}

function conditions(audience: Audience, { kind, techniqueId, authorId, also }: ThreadFilter): SQL {
  const parts = [visibleThreads(audience)];
  if (kind) parts.push(sql`t.kind = ${kind}`);
  if (techniqueId) parts.push(sql`t.technique_id = ${techniqueId}`);
  if (authorId) parts.push(sql`t.author_id = ${authorId}`);
  if (also) parts.push(also);
  return sql.join(parts, sql` AND `);
}

/** Counts along the list's own index, and never further than the numbered pages reach. */
async function countPages(where: SQL, column: SQL): Promise<number> {
  const enough = lastListPage * threadsPerPage;
  const [row] = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (
      SELECT 1 FROM threads t WHERE ${where} ORDER BY ${column} DESC, t.id DESC LIMIT ${enough}) AS counted`,
  );
  return Math.max(1, Math.ceil((row?.count ?? 0) / threadsPerPage));
}

type Row = {
  id: string;
  kind: ThreadKind;
  audience: Audience;
  slug: string;
  title: string;
  excerpt: string;
  comment_count: number;
  locked: boolean;
  published: string;
  active: string;
  author: string;
  author_id: string;
  role: Role;
  interest: boolean;
  technique: string | null;
  technique_id: string | null;
};

async function rowsOf(where: SQL, column: SQL, limit: number, offset: number): Promise<ThreadRow[]> {
  const rows = await db.execute<Row>(sql`
    WITH top AS (
      SELECT t.* FROM threads t WHERE ${where} ORDER BY ${column} DESC, t.id DESC LIMIT ${limit} OFFSET ${offset}
    )
    SELECT t.id, t.kind, t.audience, t.slug, t.title, t.excerpt, t.comment_count, t.locked_at IS NOT NULL AS locked,
      extract(epoch FROM t.published_at) * 1000 AS published, extract(epoch FROM t.last_activity_at) * 1000 AS active,
      m.handle AS author, t.author_id, m.role, q.name AS technique, t.technique_id,
      coalesce(h.interest, false) AS interest
    FROM top t JOIN members m ON m.id = t.author_id LEFT JOIN techniques q ON q.id = t.technique_id
      LEFT JOIN health.shown h ON h.thread_id = t.id
    ORDER BY ${column} DESC, t.id DESC`);
  return rows.map((row) => ({
    id: Number(row.id),
    kind: row.kind,
    audience: row.audience,
    slug: row.slug,
    title: row.title,
    excerpt: row.excerpt,
    commentCount: row.comment_count,
    locked: row.locked,
    publishedAt: new Date(Number(row.published)),
    lastActivityAt: new Date(Number(row.active)),
    author: row.author,
    authorId: Number(row.author_id),
    authorRole: row.role,
    interest: row.interest,
    technique: row.technique,
    techniqueId: row.technique_id === null ? null : Number(row.technique_id),
  }));
}
