import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { phraseFinder } from "@/lib/platform/muted-words";

/**
 * Of some people, those who muted a word that stands in a text. Few mute words, so few are looked at.
 * @param people gives members' numbers as `id`
 */
export async function listDeafTo(text: string, people: SQL): Promise<number[]> {
  if (!text) return [];
  const rows = await db.execute<{ id: string; words: string[] }>(sql`
    SELECT q.member_id AS id, array_agg(q.word) AS words FROM mutes q
    WHERE q.word IS NOT NULL AND q.member_id IN (SELECT id FROM (${people}) h)
    GROUP BY q.member_id`);
  return rows.filter(({ words }) => phraseFinder(words)(text)).map(({ id }) => Number(id));
}
