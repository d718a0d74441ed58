import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, events, threads } from "@/db/schema";
import { asOwner } from "./as-owner";

/** What happened to a thread, the first first. */
export async function eventsOf(threadId: number) {
  const { kind, actorId, detail } = events;
  return db.select({ kind, actorId, detail }).from(events).where(eq(events.threadId, threadId)).orderBy(events.id);
}

export async function threadRow(id: number) {
  const [row] = await db.select().from(threads).where(eq(threads.id, id));
  if (!row) throw new Error("the thread is gone");
  return row;
}

export async function commentRow(id: number) {
  const [row] = await db.select().from(comments).where(eq(comments.id, id));
  if (!row) throw new Error("the comment is gone");
  return row;
}

export async function waitingJobs(): Promise<{ task: string; payload: Record<string, unknown> }[]> {
  return asOwner((tx) =>
    tx.execute(sql`
    SELECT t.identifier AS task, j.payload
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`),
  );
}

/** Ends a window early, as if its time had passed. */
export async function letPass(key: string): Promise<void> {
  await db.execute(sql`UPDATE identity.rate_windows SET ends_at = now() - interval '1 second' WHERE key = ${key}`);
}

/** How often a window was used; 0 for one that does not exist. */
export async function usesOf(key: string): Promise<number> {
  const [row] = await db.execute<{ used: number }>(
    sql`SELECT used::int AS used FROM identity.rate_windows WHERE key = ${key}`,
  );
  return row?.used ?? 0;
}

/** How many rows a table holds. */
export async function countOf(table: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`SELECT count(*)::int AS count FROM ${sql.raw(table)}`);
  return row?.count ?? 0;
}
