import { eq, sql, type SQL } from "drizzle-orm";
import { db, type Connection } from "@/db/client";
import { hearingChoices, mailSettings } from "@/db/schema";
import { isNotKeptFrom } from "@/lib/blocks/queries-kept";
import { stands } from "@/lib/notifications/queries";
import { notificationKinds, usualMail, type NotificationKind } from "@/lib/notifications/schema";
import type { ReactionKind } from "@/lib/reactions/labels";
import type { HearingChoices } from "./schema";

export async function getMailSettings(memberId: number) {
  const [found] = await db.select().from(mailSettings).where(eq(mailSettings.memberId, memberId));
  if (!found) throw new Error("a member without settings for mails");
  return { ...found, paused: found.pausedUntil !== null && found.pausedUntil > new Date() };
}

export type MailSettings = Awaited<ReturnType<typeof getMailSettings>>;

/** What a member chose for each kind, or what is usual. */
export async function getHearing(memberId: number): Promise<HearingChoices> {
  const rows = await db.select().from(hearingChoices).where(eq(hearingChoices.memberId, memberId));
  const chosen = new Map(rows.map(({ kind, onSite, mail }) => [kind, { onSite, mail }]));
  const of = (kind: NotificationKind) => chosen.get(kind) ?? { onSite: true, mail: usualMail[kind] };
  return Object.fromEntries(notificationKinds.map((kind) => [kind, of(kind)])) as HearingChoices;
}

type Place = { id: number; kind: string; slug: string; title: string; audience: "public" | "members" };

/** Something said that a mail tells of: by whom, where, and its words where it is a comment. */
export type Said = {
  eventId: number;
  kind: NotificationKind;
  position: number;
  by: string | null;
  body: string | null;
  gesture: ReactionKind | null;
};

export type Told = { thread: Place; said: Said[] };

type SaidRow = Place & {
  event: string;
  why: NotificationKind;
  position: number;
  by: string | null;
  body: string | null;
  gesture: ReactionKind | null;
};

/**
 * Unread notifications of a member that stand now, together by thread; the thread with the latest first.
 * @param which a condition on the row `n`
 */
export async function listTold(connection: Connection, memberId: number, which: SQL): Promise<Told[]> {
  const rows = await connection.execute<SaidRow>(sql`
    SELECT t.id, t.kind, t.slug, t.title, t.audience, n.event_id AS event, n.kind AS why, n.position, m.handle AS by, c.body, g.kind AS gesture
    FROM notifications n JOIN threads t ON t.id = n.thread_id LEFT JOIN members m ON m.id = n.actor_id
    LEFT JOIN comments c ON c.thread_id = n.thread_id AND c.position = n.position AND c.visible AND n.kind <> 'thanks'
    LEFT JOIN reactions g ON n.kind = 'thanks' AND g.member_id = n.actor_id AND g.thread_id = n.thread_id AND g.position = n.position
    WHERE n.member_id = ${memberId} AND n.read_at IS NULL AND ${which} AND ${stands(memberId)} AND ${isNotKeptFrom(memberId)}
      AND (n.kind IN ('thanks', 'quoted') OR NOT EXISTS (
        SELECT FROM follows f WHERE f.follower_id = ${memberId} AND f.thread_id = t.id AND f.level = 'off'))
    ORDER BY n.event_id`);
  const threads = new Map<number, Told>();
  for (const { event, why, position, by, body, gesture, ...place } of rows) {
    const thread = { ...place, id: Number(place.id) };
    const told = threads.get(thread.id) ?? { thread, said: [] };
    told.said.push({ eventId: Number(event), kind: why, position, by, body, gesture });
    threads.set(thread.id, told);
  }
  const latest = ({ said }: Told) => said.at(-1)?.eventId ?? 0;
  return [...threads.values()].sort((a, b) => latest(b) - latest(a));
}

/** A thread that a digest tells of, and why. */
export type Item = Place & { why: "new_thread" | "unanswered" | "article"; author: string; technique: string | null };

/**
 * Threads as a digest tells of them, in its order.
 * @param from rows with `thread_id` and `why`, as `d`
 */
export async function listItems(connection: Connection, from: SQL, where: SQL): Promise<Item[]> {
  const rows = await connection.execute<Item>(sql`
    SELECT t.id, t.kind, t.slug, t.title, t.audience, d.why, m.handle AS author, q.name AS technique
    FROM ${from} JOIN threads t ON t.id = d.thread_id JOIN members m ON m.id = t.author_id
    LEFT JOIN techniques q ON q.id = t.technique_id
    WHERE ${where} ORDER BY d.why, t.published_at DESC, t.id DESC`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}
