import { randomBytes } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { noteAnnouncement } from "@/lib/serving/context";

export type NewEvent = {
  kind: string;
  actorId: number | null;
  threadId: number | null;
  detail?: Record<string, string | number | null>;
};

/** What people are told of when they follow it or it is said to them: a job works out who they are. */
const heard = [
  "comment_posted",
  "post_started",
  "testimonial_told",
  "article_published",
  "words_appeared",
  "reacted",
  "testimonial_quoted",
] as const;

const isHeard = (kind: string) => heard.some((each) => each === kind);

/** A comment that its thread's open pages hear of. */
export type NewsOfComment = { thread: number; position: number };

/**
 * Records what happened and announces the tags that it touches, in the caller's transaction and in one statement:
 * nothing is told to anybody before the commit, and nothing after a rollback.
 */
export async function recordEvent(
  tx: Transaction,
  { kind, actorId, threadId, detail = {} }: NewEvent,
  tags: string[],
  comment?: NewsOfComment,
): Promise<void> {
  const { id, message } = announcement(tags, comment);
  const spread = isHeard(kind)
    ? sql`, add_job('spread_event', json_build_object('eventId', event.id), NULL, NULL)`
    : sql``;
  await tx.execute(sql`
    WITH event AS (
      INSERT INTO events (kind, actor_id, thread_id, detail)
      VALUES (${kind}, ${actorId}, ${threadId}, ${JSON.stringify(detail)}::jsonb) RETURNING id)
    SELECT ${message}${spread} FROM event`);
  if (id) noteAnnouncement(id);
}

/** Tells every instance which pages are out of date. */
export async function announcePurge(tx: Transaction, tags: string[]): Promise<void> {
  const { id, message } = announcement(tags);
  await tx.execute(sql`SELECT ${message}`);
  if (id) noteAnnouncement(id);
}

function announcement(tags: string[], comment?: NewsOfComment): { id: string | null; message: SQL } {
  if (tags.length === 0) return { id: null, message: sql`NULL` };
  const id = randomBytes(9).toString("base64url");
  return { id, message: sql`pg_notify('purge', ${JSON.stringify({ id, tags, comment })})` };
}
