import { sql, type SQL } from "drizzle-orm";
import type { Connection } from "@/db/client";

/** A message holds less than 8000 bytes: 400 numbers of members always fit. */
const mostInMessage = 400;

/** Lets every instance know, once this is committed, that what is new for these members is more or less than before. */
export async function announceHeard(connection: Connection, members: number[]): Promise<void> {
  if (members.length === 0) return;
  const list = `{${members.map(Number).join(",")}}`;
  await connection.execute(sql`SELECT ${heardMessages(sql`SELECT unnest(${list}::bigint[]) AS id`)}`);
}

/**
 * The same as a part of a statement.
 * @param rows gives members' numbers as `id`
 * @returns a value that counts the messages
 */
export function heardMessages(rows: SQL): SQL {
  return sql`(SELECT count(pg_notify('heard', json_build_object('members', ids)::text)) FROM (
    SELECT json_agg(id) AS ids
    FROM (SELECT id, (row_number() OVER () - 1) / ${sql.raw(String(mostInMessage))} AS part FROM (${rows}) each) numbered
    GROUP BY part) messages)`;
}
