import { sql } from "drizzle-orm";
import { asOwner } from "./as-owner";

/**
 * Looks through every row of every table of ours and of the job queue.
 * @returns the tables in which the word still stands
 */
export async function wordIsIn(word: string): Promise<string[]> {
  return asOwner(async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'identity', 'health', 'graphile_worker')`);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await tx.execute(
        sql`SELECT 1 FROM ${sql.raw(name)} AS t WHERE position(${word} in row_to_json(t)::text) > 0 LIMIT 1`,
      );
      if (rows.length > 0) found.push(name);
    }
    return found.sort();
  });
}
