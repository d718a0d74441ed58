import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { aMember } from "@/lib/testing/factories";
import { aQuestion } from "./things";

/**
 * 1,000 reports on 300 comments whose threads carry the word: 100 of spam, 200 of harassment. They are due in some years,
 * so that they stand behind the cases of other tests and are in nobody's way.
 */
export async function aBacklog(word: string): Promise<void> {
  for (let part = 1; part <= 30; part += 1) await aQuestion({ title: `Part ${part} of ${word}` });
  const reporters: number[] = [];
  for (let n = 0; n < 4; n += 1) reporters.push((await aMember()).id);
  const titles = `%${word}`;
  await db.execute(sql`
    WITH said AS (
      INSERT INTO comments (thread_id, position, author_id, body, body_html, pipeline)
      SELECT t.id, n, t.author_id, 'This is what I say.', '<p>This is what I say.</p>', 1
      FROM threads t, generate_series(1, 10) n WHERE t.title LIKE ${titles} RETURNING id, thread_id, author_id),
    counted AS (SELECT *, row_number() OVER (ORDER BY id) AS k FROM said),
    opened AS (
      INSERT INTO cases (thread_id, comment_id, author_id, reason, due_at, queue_at, report_count, weight)
      SELECT thread_id, id, author_id, (CASE WHEN k <= 100 THEN 'spam' ELSE 'harassment' END)::report_reason,
        now() + interval '900 days', now() + interval '900 days' + k * interval '1 second', 3 + (k % 3 = 0)::int, 3
      FROM counted RETURNING id, reason, report_count),
    people AS (
      SELECT id, row_number() OVER (ORDER BY id) AS nth FROM members WHERE id IN (${sql.join(reporters, sql`, `)}))
    INSERT INTO reports (case_id, reporter_id, reason)
    SELECT o.id, p.id, o.reason FROM opened o JOIN people p ON p.nth <= o.report_count`);
  await db.execute(sql`UPDATE threads SET last_position = 10, comment_count = 10 WHERE title LIKE ${titles}`);
}

type Left = { reports: number; open: number; decided: number };

/** How many reports there are on such threads, how many of the cases are open, and how many were decided. */
export async function leftOf(word: string): Promise<Left> {
  const [row] = await db.execute<Left>(sql`
    SELECT sum(report_count)::int AS reports, count(*) FILTER (WHERE closed_at IS NULL)::int AS open,
      count(*) FILTER (WHERE EXISTS (SELECT FROM decisions d WHERE d.case_id = c.id))::int AS decided
    FROM cases c WHERE thread_id IN (SELECT id FROM threads WHERE title LIKE ${`%${word}`})`);
  if (!row) throw new Error("nothing was counted");
  return row;
}
