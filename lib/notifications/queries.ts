import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isShownTo, standsFor, unreadOf } from "@/lib/follows/queries";
import type { ReactionKind } from "@/lib/reactions/labels";
import { commentPath, threadPath, type Addressed } from "@/lib/platform/urls";
import type { NotificationKind } from "./schema";

export { noteReading } from "./note-reading";

/** What some people did in one thread. */
type Told = {
  /** The nearest reason of all that stand together here. */
  kind: NotificationKind;
  /** The reaction, where all of them gave the same one. */
  gesture: ReactionKind | null;
  /** Who did it, the latest first; no more than three of them. */
  names: string[];
  people: number;
  count: number;
};

/** One thread, with all that happened in it. */
export type Notification = {
  title: string;
  /** Where its page begins with what is new. */
  href: string;
  told: Told[];
  at: Date;
  unread: boolean;
};

export type Notifications = { rows: Notification[]; newest: number };

/** So much is looked at; what is older has been heard of for long. */
const mostLookedAt = 1000;
const mostShown = 60;

type Row = {
  thread: Addressed & { title: string };
  kind: NotificationKind;
  gesture: ReactionKind | null;
  first: number;
  newest: string;
  count: number;
  names: string[];
  people: number;
  at: string;
  unread: boolean;
};

/** What stands before a member now, of the rows `n` and `t`. */
export const stands = (memberId: number) => sql.raw(standsFor(String(Number(memberId))));

/** Talk of one thread stands together, and so do the gestures in it. */
const family = sql`CASE WHEN n.kind IN ('thanks', 'quoted') THEN n.kind ELSE 'comment' END`;

const shown = (memberId: number) => sql.raw(isShownTo(String(Number(memberId))));

/** What a member has heard of, the newest first. What cannot be read any more is left out. */
export async function listNotifications(memberId: number): Promise<Notifications> {
  const rows = await db.execute<Row>(sql`
    WITH n AS (SELECT * FROM notifications WHERE member_id = ${memberId} ORDER BY created_at DESC LIMIT ${mostLookedAt})
    SELECT json_build_object('id', t.id, 'kind', t.kind, 'slug', t.slug, 'title', t.title) AS thread,
      min(n.kind) AS kind, CASE WHEN min(g.kind) = max(g.kind) THEN min(g.kind) END AS gesture,
      min(n.position) AS first, max(n.event_id) AS newest, count(*)::int AS count,
      (array_agg(m.handle ORDER BY n.event_id DESC))[1:20] AS names, count(DISTINCT n.actor_id)::int AS people,
      extract(epoch FROM max(n.created_at)) * 1000 AS at, n.read_at IS NULL AS unread
    FROM n JOIN threads t ON t.id = n.thread_id LEFT JOIN members m ON m.id = n.actor_id
    LEFT JOIN reactions g ON n.kind = 'thanks' AND g.member_id = n.actor_id AND g.thread_id = n.thread_id AND g.position = n.position
    WHERE ${stands(memberId)} AND ${shown(memberId)}
    GROUP BY t.id, ${family}, n.read_at IS NULL
    ORDER BY max(n.created_at) DESC, t.id DESC LIMIT ${mostShown}`);
  const cards = new Map<string, Row[]>();
  for (const row of rows) {
    const card = `${row.thread.id} ${row.unread}`;
    cards.set(card, [...(cards.get(card) ?? []), row]);
  }
  return {
    rows: [...cards.values()].map(asNotification),
    newest: Math.max(0, ...rows.map(({ newest }) => Number(newest))),
  };
}

/** @param rows of one thread, the newest first; what was said comes before gestures */
function asNotification(rows: Row[]): Notification {
  const isGesture = ({ kind }: Row) => kind === "thanks" || kind === "quoted";
  const sorted = [...rows.filter((row) => !isGesture(row)), ...rows.filter(isGesture)];
  const { thread, first, unread } = sorted[0] as Row;
  return {
    title: thread.title,
    href: first > 0 ? commentPath(thread, first) : threadPath(thread),
    told: sorted.map(({ kind, gesture, names, people, count }) => ({
      kind,
      gesture,
      names: [...new Set(names.filter(Boolean))].slice(0, 3),
      people,
      count,
    })),
    at: new Date(Math.max(...rows.map(({ at }) => Number(at)))),
    unread,
  };
}

/** How many things are new for each of some members, up to ten. */
export async function countUnread(members: number[]): Promise<Map<number, number>> {
  const rows = await db.execute<{ id: string; unread: number }>(sql`
    SELECT m.id, ${sql.raw(unreadOf("m.id"))} AS unread FROM members m
    WHERE m.id = ANY(${`{${members.map(Number).join(",")}}`}::bigint[])`);
  return new Map(rows.map(({ id, unread }) => [Number(id), unread]));
}
