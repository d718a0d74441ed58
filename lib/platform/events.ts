import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events } from "@/db/schema";

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
  await announcePurge(tx, tags, event.actorId);
}

/** Tells every instance which pages are out of date. */
export async function announcePurge(tx: Transaction, tags: string[], by: number | null = null): Promise<void> {
  await tx.execute(sql`SELECT pg_notify('purge', ${JSON.stringify({ id: crypto.randomUUID(), tags, by })})`);
}

/** Tells the readers of a thread that a comment has come. */
export async function announceComment(tx: Transaction, thread: number, position: number): Promise<void> {
  await tx.execute(sql`SELECT pg_notify('comments', ${JSON.stringify({ thread, position })})`);
}
