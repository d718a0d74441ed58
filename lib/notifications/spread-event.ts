import { setTimeout } from "node:timers/promises";
import { and, eq, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, events, posts, threads } from "@/db/schema";
import { heardMessages } from "@/lib/platform/heard";
import { mentionsIn } from "@/lib/platform/mentions";
import { addJob, withoutFlush } from "@/lib/platform/queue";
import { mailChoiceFor } from "./hearing";
import { listDeafTo } from "./queries-muted";

/** So many people are told in one statement, which holds nothing for long; 20,000 take two hundred of them. */
const atOnce = 100;
/** Between two statements, in milliseconds: whoever writes meanwhile finds the database free. */
const restMs = 60;
/** So many statements make a job, of about a second: whatever else waits goes before the next one. */
const batchesAJob = 10;

/** What happened, and where; position 0 is the thread itself. */
type News = { eventId: number; actorId: number; threadId: number; position: number };

/** Who hears of it, and the words that are new with it. */
type Spread = { hearers: Hearers; text: string };

/** Rows of `id` and `kind` of whoever hears of it, of the members after a number. */
type Hearers = (after: number) => SQL[];

/**
 * Tells whoever is to hear of an event, in batches by the numbers of members. Run again, as after a crash, it tells
 * those who were left out: the database takes one row a recipient and event. A job tells a thousand and adds one for the
 * others. Nobody is told of what they cannot read or have read, of what they muted or switched off, of words that they
 * muted, or of somebody whom they muted or blocked or who blocked them.
 */
export async function spreadEvent({ eventId, after = 0 }: { eventId: number; after?: number }): Promise<void> {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  if (!event?.actorId || !event.threadId) return;
  const { actorId, threadId, detail } = event;
  const news = { eventId, actorId, threadId, position: Number(detail.position ?? 0) };
  const spread = await spreadOf(event.kind, news);
  if (!spread) return;
  let next: number | null = after;
  for (let batch = 0; next !== null && batch < batchesAJob; batch += 1) {
    const hearers = spread.hearers(next);
    next = await tell(news, hearers, next, await listDeafTo(spread.text, sql.join(hearers, sql` UNION ALL `)));
    if (next !== null) await setTimeout(restMs);
  }
  if (next !== null) await addJob(db, "spread_further", { eventId, after: next }, { jobKey: `spread:${eventId}` });
}

async function spreadOf(kind: string, news: News): Promise<Spread | null> {
  if (kind === "reacted") return { hearers: () => [authorOf(news, "thanks")], text: "" };
  if (kind === "testimonial_quoted") return { hearers: () => [authorOf(news, "quoted")], text: "" };
  const begins = ["post_started", "testimonial_told", "article_published"].includes(kind);
  if (kind === "comment_posted" || (kind === "words_appeared" && news.position > 0)) return spreadOfComment(news);
  return begins || kind === "words_appeared" ? spreadOfThread(news) : null;
}

function authorOf({ threadId, position }: News, kind: string): SQL {
  return position > 0
    ? sql`SELECT author_id AS id, ${kind}::notification_kind AS kind FROM comments WHERE thread_id = ${threadId} AND position = ${position}`
    : sql`SELECT author_id AS id, ${kind}::notification_kind AS kind FROM threads WHERE id = ${threadId}`;
}

async function spreadOfComment(news: News): Promise<Spread | null> {
  const [comment] = await db
    .select({ body: comments.body, replyTo: comments.replyToPosition })
    .from(comments)
    .where(and(eq(comments.threadId, news.threadId), eq(comments.position, news.position)));
  if (!comment) return null;
  const answered = comment.replyTo ?? 0;
  const hearers: Hearers = (after) => [
    authorOf({ ...news, position: answered }, "reply"),
    authorOf({ ...news, position: 0 }, "comment"),
    ...mentioned(comment.body),
    watchers(sql`thread_id = ${news.threadId}`, "comment", after),
  ];
  return { hearers, text: comment.body };
}

async function spreadOfThread({ threadId }: News): Promise<Spread | null> {
  const [thread] = await db
    .select({
      author: threads.authorId,
      technique: threads.techniqueId,
      title: threads.title,
      excerpt: threads.excerpt,
      body: posts.body,
    })
    .from(threads)
    .leftJoin(posts, eq(posts.threadId, threads.id))
    .where(eq(threads.id, threadId));
  if (!thread) return null;
  const { author, technique, title, excerpt, body } = thread;
  const hearers: Hearers = (after) => [
    ...mentioned(body ?? ""),
    watchers(sql`member_id = ${author}`, "thread", after),
    ...(technique ? [watchers(sql`technique_id = ${technique}`, "thread", after)] : []),
  ];
  return { hearers, text: `${title}\n\n${body ?? excerpt}` };
}

function mentioned(body: string): SQL[] {
  const handles = mentionsIn(body);
  if (handles.length === 0) return [];
  const list = sql.join(
    handles.map((handle) => sql`${handle}`),
    sql`, `,
  );
  return [sql`SELECT id, 'mention'::notification_kind AS kind FROM members WHERE handle IN (${list})`];
}

/** In the order of an index, and no more than a batch. */
function watchers(of: SQL, kind: string, after: number): SQL {
  return sql`(SELECT follower_id AS id, ${kind}::notification_kind AS kind FROM follows
    WHERE ${of} AND level = 'watch' AND follower_id > ${after} ORDER BY follower_id LIMIT ${atOnce})`;
}

/** Whoever has several reasons to hear of it hears of it for the nearest one. @returns where to go on; null at the end */
async function tell(news: News, hearers: SQL[], after: number, deaf: number[]): Promise<number | null> {
  const { eventId, actorId, threadId, position } = news;
  const [row] = await db.execute<{ last: string | null; many: number }>(sql`
    WITH asked AS MATERIALIZED (
      SELECT id, min(kind) AS kind FROM (${sql.join(hearers, sql` UNION ALL `)}) h
      WHERE id > ${after} GROUP BY id ORDER BY id LIMIT ${atOnce}),
    told AS (
      INSERT INTO notifications (member_id, event_id, kind, thread_id, position, actor_id, mail, mail_after)
      SELECT m.id, ${eventId}, asked.kind, t.id, ${position}, ${actorId}, chosen.mail, CASE chosen.mail WHEN 'at_once' THEN now() END
      FROM asked JOIN members m ON m.id = asked.id JOIN threads t ON t.id = ${threadId}
      LEFT JOIN hearing_choices h ON h.member_id = m.id AND h.kind = asked.kind
      CROSS JOIN LATERAL (SELECT ${mailChoiceFor(sql`asked.kind`, sql`h`)} AS mail) chosen
      WHERE ${mayHear(news)} AND ${wantsToHear(news)} AND m.id <> ALL(${`{${deaf.join(",")}}`}::bigint[])
      ON CONFLICT DO NOTHING RETURNING member_id AS id, mail)
    SELECT max(id) AS last, count(*)::int AS many, ${heardMessages(sql`SELECT id FROM told`)} AS messages,
      ${withoutFlush} AS committed, (SELECT count(add_job('gather_mailings', '{}', 'gather_mailings', NULL))
        FROM (SELECT FROM told WHERE mail = 'at_once' LIMIT 1) hurried) AS jobs FROM asked`);
  return row && row.many === atOnce ? Number(row.last) : null;
}

/** A person with an open account, other than who did it, before whom it stands now. */
function mayHear({ actorId, position }: News): SQL {
  const stands =
    position > 0
      ? sql`EXISTS (SELECT FROM comments c WHERE c.thread_id = t.id AND c.position = ${position} AND c.visible)`
      : sql`true`;
  return sql`m.id <> ${actorId} AND m.kind = 'member' AND m.account_id IS NOT NULL AND t.visible AND ${stands}
    AND NOT EXISTS (SELECT FROM restrictions r WHERE r.member_id = m.id AND r.kind IN ('suspend', 'ban')
      AND r.lifted_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > now()))`;
}

/** A gesture reaches its author also where they hear nothing else of a thread. */
function wantsToHear({ actorId, position }: News): SQL {
  return sql`(asked.kind IN ('thanks', 'quoted') OR NOT EXISTS (
      SELECT FROM follows f WHERE f.follower_id = m.id AND f.thread_id = t.id AND f.level = 'off'
      UNION ALL
      SELECT FROM readings r WHERE r.member_id = m.id AND r.thread_id = t.id AND r.position >= ${position} AND ${position} > 0))
    AND NOT EXISTS (SELECT FROM mutes q WHERE q.member_id = m.id
      AND (q.thread_id = t.id OR q.muted_member_id = ${actorId} OR (q.technique_id = t.technique_id AND t.author_id <> m.id)))
    AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = m.id AND b.blocked_id = ${actorId})
      OR (b.blocker_id = ${actorId} AND b.blocked_id = m.id))`;
}
