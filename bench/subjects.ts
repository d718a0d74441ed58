import type { Sql } from "postgres";
import { commentsPerPage } from "@/lib/platform/pagination";
import { threadPath, type Addressed } from "@/lib/platform/urls";

/** The pages that are measured, by their paths, and threads that have room for comments. */
export type Subjects = {
  home: string;
  technique: string;
  /** A public thread with a full page of comments. */
  thread: string;
  article: string;
  /** Threads to write in: people do not all talk in one. */
  writtenIn: number[];
};

export async function findSubjects(pool: Sql): Promise<Subjects> {
  const thread = await first<Addressed>(pool`
    SELECT id::int, kind, slug FROM threads
    WHERE slug LIKE 'load-%' AND audience = 'public' AND last_position = ${commentsPerPage} ORDER BY id LIMIT 1`);
  const technique = await first<{ slug: string }>(pool`
    SELECT q.slug FROM techniques q JOIN threads t ON t.technique_id = q.id GROUP BY q.id ORDER BY count(*) DESC, q.id LIMIT 1`);
  const article = await first<Addressed>(pool`
    SELECT id::int, kind, slug FROM threads WHERE kind = 'article' AND visible AND audience = 'public' ORDER BY id LIMIT 1`);
  // What wakes a thread after months waits for a moderator, and that is another thing to measure.
  const quiet = await pool<{ id: number }[]>`
    UPDATE threads SET last_activity_at = now() - interval '1 day' WHERE id IN (
      SELECT id FROM threads WHERE slug LIKE 'load-%' AND last_position < ${commentsPerPage} ORDER BY id LIMIT 100)
    RETURNING id::int`;
  return {
    home: "/",
    technique: `/techniques/${technique.slug}`,
    thread: threadPath(thread),
    article: threadPath(article),
    writtenIn: quiet.map(({ id }) => id),
  };
}

/** The pages whose weight and scores count, by their names. */
export function pagesOf({ home, technique, thread, article }: Subjects): [string, string][] {
  return Object.entries({ home, technique, thread, article });
}

async function first<Row>(found: Promise<readonly object[]>): Promise<Row> {
  const [row] = await found;
  if (!row) throw new Error("The sample community has nothing to measure.");
  return row as Row;
}
