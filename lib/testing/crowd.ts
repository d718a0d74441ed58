import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asOwner } from "./as-owner";

const crowd = { members: 2000, techniques: 7, threads: 20_000, comments: 100_000, cases: 100_000 };

/**
 * A community of some years, in bulk: numbers instead of words, and every share that matters to a planner (audience,
 * kinds, what is gone, busy and quiet threads, follows). Always the same; ids are returned, not assumed.
 */
export async function aCrowd(): Promise<{ member: number; technique: number; thread: number; case: number }> {
  await db.transaction(async (tx) => {
    // Bulk rows keep the rules by construction; checking each costs more than making it.
    await tx.execute(sql`SET LOCAL ROLE NONE`);
    await tx.execute(sql`SET LOCAL session_replication_role = replica`);
    await tx.execute(sql`
      INSERT INTO members (handle, handle_skeleton, joined_at)
      SELECT 'member_' || n, 'member' || n, now() - n * interval '1 day' FROM generate_series(1, ${crowd.members}) n`);
    await tx.execute(sql`
      INSERT INTO mail_settings (member_id, digest_due_at)
      SELECT id, now() + id * interval '5 minutes' FROM members`);
    await tx.execute(sql`
      INSERT INTO techniques (slug, name, summary, about, about_html, ask_first, ask_first_html, evidence, evidence_html, position)
      SELECT 'technique-' || n, 'Technique ' || n, '', '', '', '', '', '', '', n FROM generate_series(1, ${crowd.techniques}) n`);
    await tx.execute(sql`
      INSERT INTO threads (kind, audience, technique_id, author_id, title, slug, excerpt, created_at, published_at, last_activity_at,
        last_position, comment_count, hidden_at, hidden_by)
      SELECT (ARRAY['question','experience','advice','testimonial','question'])[1 + n % 5]::thread_kind,
        (CASE WHEN n % 3 = 0 THEN 'members' ELSE 'public' END)::audience,
        1 + (n * 7919) % ${crowd.techniques}, 1 + (n * 104729) % ${crowd.members}, 'A title of thread ' || n, 'thread-' || n,
        repeat('An excerpt. ', 12), now() - n * interval '1 hour', now() - n * interval '1 hour', now() - ((n * 31) % 20000) * interval '1 hour',
        5, 5, CASE WHEN n % 50 = 0 THEN now() END, CASE WHEN n % 50 = 0 THEN 1 END
      FROM generate_series(1, ${crowd.threads}) n`);
    await tx.execute(sql`
      INSERT INTO posts (thread_id, body, body_html, pipeline)
      SELECT id, repeat('Some words. ', 40), repeat('Some words. ', 40), 1 FROM threads WHERE kind <> 'testimonial'`);
    await tx.execute(sql`
      INSERT INTO comments (thread_id, position, author_id, body, body_html, pipeline, created_at)
      SELECT 1 + (n - 1) / 5, 1 + (n - 1) % 5, 1 + (n * 7) % ${crowd.members}, repeat('Some words. ', 10), repeat('Some words. ', 10),
        1, now() - n * interval '10 minutes'
      FROM generate_series(1, ${crowd.comments}) n`);
    await tx.execute(sql`
      INSERT INTO follows (follower_id, technique_id, thread_id, member_id)
      SELECT 1 + n % ${crowd.members}, CASE WHEN n % 3 = 0 THEN 1 + n % ${crowd.techniques} END,
        CASE WHEN n % 3 = 1 THEN 1 + (n * 13) % ${crowd.threads} END, CASE WHEN n % 3 = 2 THEN 1 + (n + 17) % ${crowd.members} END
      FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      INSERT INTO blocks (blocker_id, blocked_id)
      SELECT 1 + n % ${crowd.members}, 1 + (n * 13 + 1) % ${crowd.members} FROM generate_series(1, 6000) n
      WHERE (n * 13 + 1 - n) % ${crowd.members} <> 0 ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      INSERT INTO mutes (member_id, technique_id, thread_id, word)
      SELECT 1 + n % ${crowd.members}, CASE WHEN n % 3 = 0 THEN 1 + n % ${crowd.techniques} END,
        CASE WHEN n % 3 = 1 THEN 1 + (n * 13) % ${crowd.threads} END, CASE WHEN n % 3 = 2 THEN 'word ' || n END
      FROM generate_series(1, 10000) n ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      INSERT INTO drafts (member_id, place, writer, sealed, saved_at)
      SELECT 1 + n % ${crowd.members}, 'place ' || n % 5, 'writer ' || n, 'sealed', now() - n * interval '1 minute'
      FROM generate_series(1, 10000) n`);
    await tx.execute(sql`
      INSERT INTO reactions (member_id, thread_id, position, kind)
      SELECT 1 + n % ${crowd.members}, 1 + n % ${crowd.threads}, n % 3, 'thanks' FROM generate_series(1, 50000) n ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      WITH made AS (
        INSERT INTO events (kind, actor_id, thread_id, detail, created_at)
        SELECT 'comment_posted', 1 + n % ${crowd.members}, 1 + n % ${crowd.threads}, '{"position": 1}', now() - n * interval '1 minute'
        FROM generate_series(1, 60000) n RETURNING id, actor_id, thread_id, created_at)
      INSERT INTO notifications (member_id, event_id, kind, thread_id, position, actor_id, created_at, read_at)
      SELECT 1 + (id * 7 + k) % ${crowd.members}, id, 'comment', thread_id, 1, actor_id, created_at, CASE WHEN id % 5 > 0 THEN now() END
      FROM made, generate_series(1, 2) k WHERE 1 + (id * 7 + k) % ${crowd.members} <> actor_id`);
    await tx.execute(sql`
      INSERT INTO readings (member_id, thread_id, position)
      SELECT 1 + n % ${crowd.members}, 1 + (n * 31) % ${crowd.threads}, 1 + n % 5 FROM generate_series(1, 60000) n ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      INSERT INTO energies (member_id, answers, said_at, ends_at)
      SELECT n, n % 4, now() - interval '1 hour', now() + interval '5 hours' FROM generate_series(1, 500) n`);
    await tx.execute(sql`
      INSERT INTO offers (member_id, thread_id, created_at, passed_at)
      SELECT 1 + n % ${crowd.members}, 1 + (n * 31) % ${crowd.threads}, now() - (2 + n % 28) * interval '1 day', CASE WHEN n % 4 = 0 THEN now() END
      FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      WITH made AS (
        INSERT INTO cases (thread_id, comment_id, author_id, reason, due_at, queue_at, closed_at)
        SELECT 1 + (n - 1) / 5, CASE WHEN n % 2 = 0 THEN n END, 1 + n % ${crowd.members}, 'other', now() + (n % 90) * interval '1 hour',
          now() + (n % 90) * interval '1 hour', CASE WHEN n % 40 > 0 THEN now() END
        FROM generate_series(1, ${crowd.cases}) n RETURNING id),
      decided AS (
        INSERT INTO decisions (case_id, moderator_id, kind, rule, reason)
        SELECT id, 1, 'hide', 'kindness', 'A reason of ten.' FROM made RETURNING id, case_id),
      told AS (
        INSERT INTO statements (decision_id, member_id, kind, scope, facts, rule, source, automated)
        SELECT id, 1 + case_id % ${crowd.members}, 'hide', 'text', 'A reason of ten.', 'kindness', 'report', false FROM decided)
      INSERT INTO reports (case_id, reporter_id, reason, created_at)
      SELECT id, 1 + id % 200, 'other', now() - id * interval '1 second' FROM made`);
    await tx.execute(sql`
      INSERT INTO appeals (statement_id, decision_id, member_id, body, due_at, decided_at, decided_by, outcome, answer)
      SELECT id, decision_id, member_id, 'A text of twenty letters.', now() + (id % 90) * interval '1 hour',
        CASE WHEN id % 3 > 0 THEN now() END, CASE WHEN id % 3 > 0 THEN 2 END,
        CASE WHEN id % 3 > 0 THEN 'refused'::appeal_outcome END, CASE WHEN id % 3 > 0 THEN 'An answer of ten.' END
      FROM statements`);
    await tx.execute(sql`
      INSERT INTO audit_log (seq, mac, actor_id, act, subject, detail, created_at)
      SELECT n, 'of-a-crowd', 1 + n % 9, 'case_hide', 'case:' || n, '{}', now() - (5001 - n) * interval '1 minute'
      FROM generate_series(1, 5000) n`);
    await tx.execute(sql`
      INSERT INTO identity.newsletter_subscribers (email, confirmed_at)
      SELECT 'reader_' || n || '@example.org', CASE WHEN n % 10 > 0 THEN now() - interval '9 years' END FROM generate_series(1, 20000) n`);
    await tx.execute(sql`
      INSERT INTO newsletter_issues (subject, introduction, introduction_html, pipeline, written_by, scheduled_by, scheduled_for,
        started_at, tried_at, finished_at)
      SELECT 'New: ' || n, '', '', 1, 1, 1, at, at, at, at
      FROM generate_series(1, 400) n, LATERAL (SELECT now() - (401 - n) * interval '7 days' AS at) t`);
    await tx.execute(sql`
      INSERT INTO newsletter_articles (issue_id, thread_id, position)
      SELECT 1 + n % 400, n, n FROM generate_series(1, 2000) n`);
    await tx.execute(sql`
      INSERT INTO newsletter_deliveries (issue_id, subscriber_id, state)
      SELECT 391 + n % 10, 1 + n / 10, 'sent' FROM generate_series(0, 99999) n`);
    await tx.execute(sql`UPDATE audit_head SET seq = 5000, mac = 'of-a-crowd'`);
  });
  await asOwner((tx) => tx.execute(sql`ANALYZE`));
  const [ids] = await db.execute<{ member: number; technique: number; thread: number; case: number }>(sql`
    SELECT (SELECT min(author_id)::int FROM threads WHERE visible) AS member, (SELECT min(id)::int FROM techniques) AS technique,
      (SELECT min(id)::int FROM threads) AS thread, (SELECT min(id)::int FROM cases) AS case`);
  if (!ids) throw new Error("the crowd was not made");
  return ids;
}
