import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mostNewThreads, mostTold, newsDays } from "@/lib/mailings/limits";
import { askedAfterHours } from "@/lib/offers/limits";
import { usualMail, type NotificationKind } from "@/lib/notifications/schema";
import type { Member, Technique, Thread } from "./factories";

export type World = { reader: Member; others: Member[]; techniques: Technique[]; threads: Thread[] };

type Row = Record<string, string | number | boolean | null>;
const all = async (table: string) => [...(await db.execute<Row>(sql.raw(`SELECT * FROM ${table}`)))];
const age = (at: unknown) => (Date.now() - new Date(String(at)).getTime()) / 3_600_000;
const is = (id: unknown, other: unknown) => id !== null && Number(id) === Number(other);

/** What a digest is, as one would tell it to somebody, over everything that there is. */
export async function byHand({ reader, threads: ownThreads }: World): Promise<Record<string, number[]>> {
  const me = reader.id;
  const mine = new Set(ownThreads.map(({ id }) => id));
  const [threads, comments, notifications, readings, digested, follows, mutes, blocks, choices] = await Promise.all(
    [
      "threads",
      "comments",
      "notifications",
      "readings",
      "digested",
      "follows",
      "mutes",
      "blocks",
      "hearing_choices",
    ].map(all),
  );
  const readable = (threads ?? []).filter(({ id, visible }) => visible && mine.has(Number(id)));
  const blocked = (author: unknown) =>
    (blocks ?? []).some(
      (b) => (is(b.blocker_id, me) && is(b.blocked_id, author)) || (is(b.blocker_id, author) && is(b.blocked_id, me)),
    );
  const keptFrom = (t: Row) =>
    (mutes ?? []).some(
      (q) =>
        is(q.member_id, me) && (is(q.thread_id, t.id) || (is(q.technique_id, t.technique_id) && !is(t.author_id, me))),
    ) ||
    (t.kind !== "article" && blocked(t.author_id));
  const off = (t: Row) =>
    (follows ?? []).some((f) => is(f.follower_id, me) && is(f.thread_id, t.id) && f.level === "off");
  const seen = (t: Row) => (readings ?? []).some((r) => is(r.member_id, me) && is(r.thread_id, t.id));
  const told = (t: Row) => (digested ?? []).some((d) => is(d.member_id, me) && is(d.thread_id, t.id));
  const chosen = (kind: NotificationKind) =>
    (choices ?? []).find((c) => is(c.member_id, me) && c.kind === kind)?.mail ?? usualMail[kind];
  const stands = (n: Row) =>
    n.position === 0 ||
    (comments ?? []).some((c) => is(c.thread_id, n.thread_id) && c.position === n.position && c.visible);
  const waiting = (notifications ?? [])
    .filter((n) => is(n.member_id, me) && n.read_at === null && n.mailing_id === null && n.mail !== "never")
    .filter(
      (n) =>
        chosen(n.kind as NotificationKind) !== "never" &&
        stands(n) &&
        !(blocks ?? []).some((b) => is(b.blocker_id, me) && is(b.blocked_id, n.actor_id)),
    )
    .sort((x, y) => Number(y.event_id) - Number(x.event_id));
  const talks = [...new Set(waiting.map((n) => Number(n.thread_id)))]
    .flatMap((id) => readable.filter((t) => is(t.id, id)))
    .filter((t) => !keptFrom(t) && !off(t))
    .slice(0, mostTold);
  const news = readable.filter((t) => !is(t.author_id, me) && !keptFrom(t) && !off(t) && !seen(t) && !told(t));
  const newest = (x: Row, y: Row) => age(x.published_at) - age(y.published_at) || Number(y.id) - Number(x.id);
  const followed = (t: Row) =>
    (follows ?? []).some(
      (f) =>
        is(f.follower_id, me) &&
        f.level !== "off" &&
        (is(f.technique_id, t.technique_id) || is(f.member_id, t.author_id)),
    );
  const knows = (t: Row) =>
    (follows ?? []).some((f) => is(f.follower_id, me) && f.level !== "off" && is(f.technique_id, t.technique_id)) ||
    readable.some((own) => is(own.author_id, me) && own.kind === "experience" && is(own.technique_id, t.technique_id));
  const answered = (t: Row) =>
    (comments ?? []).some((c) => is(c.thread_id, t.id) && c.visible && !is(c.author_id, t.author_id));
  const asked = news
    .filter(
      (t) =>
        t.kind === "question" &&
        knows(t) &&
        !answered(t) &&
        age(t.published_at) <= newsDays * 24 &&
        age(t.published_at) >= askedAfterHours[0],
    )
    .sort((x, y) => newest(y, x))
    .slice(0, 1);
  const fresh = news
    .filter((t) => t.kind !== "article" && followed(t) && age(t.published_at) < newsDays * 24 && !talks.includes(t))
    .sort(newest)
    .slice(0, mostNewThreads)
    .filter((t) => !asked.includes(t));
  const ids = (rows: Row[]) => rows.map(({ id }) => Number(id));
  return {
    told: ids(talks),
    fresh: ids(fresh),
    asked: ids(asked),
    article: ids(
      news
        .filter((t) => t.kind === "article")
        .sort(newest)
        .slice(0, 1),
    ),
  };
}
