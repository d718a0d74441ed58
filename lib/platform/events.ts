import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events } from "@/db/schema";
import { noteAnnouncement } from "@/lib/serving/context";

export type NewEvent = {
  kind: string;
  actorId: number | null;
  threadId: number | null;
  detail?: Record<string, string | number | null>;
};

/**
 * Records what happened and announces the tags that it touches, in the caller's transaction: nothing is told to
 * anybody before the commit, and nothing after a rollback.
 */
export async function recordEvent(tx: Transaction, event: NewEvent, tags: string[]): Promise<void> {
  await tx.insert(events).values({ detail: {}, ...event });
  await announcePurge(tx, tags);
}

/** Tells every instance which pages are out of date. */
export async function announcePurge(tx: Transaction, tags: string[]): Promise<void> {
  if (tags.length === 0) return;
  const id = randomBytes(9).toString("base64url");
  await tx.execute(sql`SELECT pg_notify('purge', ${JSON.stringify({ id, tags })})`);
  noteAnnouncement(id);
}

/** Tells the readers of a thread that a comment has come. */
export async function announceComment(tx: Transaction, thread: number, position: number): Promise<void> {
  await tx.execute(sql`SELECT pg_notify('comments', ${JSON.stringify({ thread, position })})`);
}
