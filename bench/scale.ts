import type { Sql, TransactionSql } from "postgres";

/** What comes on top of the sample community: some years of conversation. */
export const scale = { members: 4800, threads: 20_000, comments: 200_000 };

/** The session that member 1, 2, 3… of the bulk is signed in with. */
export function sessionOf(member: number): string {
  return `a-session-for-load-runs-${member}`;
}

/**
 * Fills the sample community's database up to `scale`. Texts, titles and their lengths are the sample's own, over and
 * over, so pages weigh what real ones do. Everything is older than the sample, which stays on top of every list.
 */
export async function growToScale(pool: Sql): Promise<void> {
  await pool.begin(async (tx) => {
    await addMembers(tx);
    await addThreads(tx);
    await addComments(tx);
    await addTies(tx);
  });
  await refresh(pool);
}

/** What autovacuum does in its time. The owner's work, so on a connection that leaves the application's role. */
export async function refresh(pool: Sql): Promise<void> {
  const owner = await pool.reserve();
  try {
    await owner`SET ROLE NONE`;
    await owner`VACUUM ANALYZE`;
    await owner`CHECKPOINT`;
  } finally {
    await owner`RESET ROLE`;
    owner.release();
  }
}

/** All joined long ago: newcomers write at a slower pace. */
async function addMembers(tx: TransactionSql): Promise<void> {
  await tx`
    INSERT INTO identity.accounts (email, name)
    SELECT 'load_' || n || '@members.example.org', 'load_' || n FROM generate_series(1, ${scale.members}::int) n`;
  await tx`
    INSERT INTO members (account_id, handle, handle_skeleton, joined_at)
    SELECT id, name, name, now() - interval '6 years' FROM identity.accounts WHERE name LIKE 'load\\_%' ORDER BY id`;
  await tx`
    INSERT INTO identity.sessions (token_hash, account_id, expires_at)
    SELECT encode(sha256(convert_to(${sessionOf(0).slice(0, -1)} || substr(name, 6), 'UTF8')), 'hex'), id, now() + interval '1 day'
    FROM identity.accounts WHERE name LIKE 'load\\_%'`;
}

/** Busy and quiet ones, `scale.comments` in all; one in three is for members only. */
async function addThreads(tx: TransactionSql): Promise<void> {
  await tx`
    WITH sample AS (
      SELECT row_number() OVER (ORDER BY t.id) - 1 AS turn, count(*) OVER () AS turns, t.title, t.excerpt, p.body, p.body_html, p.pipeline
      FROM threads t JOIN posts p ON p.thread_id = t.id),
    made AS (
      INSERT INTO threads (kind, audience, technique_id, author_id, title, slug, excerpt, created_at, published_at,
        last_activity_at, last_position, comment_count)
      SELECT (ARRAY['question', 'experience', 'advice'])[1 + n % 3]::thread_kind,
        (CASE WHEN n % 3 = 0 THEN 'members' ELSE 'public' END)::audience,
        (SELECT id FROM techniques ORDER BY id OFFSET n % (SELECT count(*) FROM techniques) LIMIT 1),
        (SELECT min(id) FROM members WHERE handle LIKE 'load\\_%') + n * 7919 % ${scale.members}::int,
        sample.title, 'load-' || n, sample.excerpt, at, at, at + interval '1 day', size, size
      FROM generate_series(1, ${scale.threads}::int) n
      JOIN sample ON sample.turn = n % sample.turns
      CROSS JOIN LATERAL (SELECT now() - interval '2 years' - n * interval '2 hours' AS at, (ARRAY[20, 12, 6, 2])[1 + n % 4] AS size)
      RETURNING id, slug)
    INSERT INTO posts (thread_id, body, body_html, pipeline)
    SELECT made.id, sample.body, sample.body_html, sample.pipeline
    FROM made JOIN sample ON sample.turn = substr(made.slug, 6)::int % sample.turns`;
}

async function addComments(tx: TransactionSql): Promise<void> {
  await tx`
    WITH sample AS (
      SELECT row_number() OVER (ORDER BY id) - 1 AS turn, count(*) OVER () AS turns, body, body_html, pipeline FROM comments WHERE visible)
    INSERT INTO comments (thread_id, position, author_id, body, body_html, pipeline, created_at)
    SELECT t.id, position, (SELECT min(id) FROM members WHERE handle LIKE 'load\\_%') + (t.id * 31 + position * 7) % ${scale.members}::int,
      sample.body, sample.body_html, sample.pipeline, t.published_at + position * interval '1 hour'
    FROM threads t CROSS JOIN generate_series(1, t.last_position) position
    JOIN sample ON sample.turn = (t.id + position) % sample.turns
    WHERE t.slug LIKE 'load-%'`;
}

/** What a signed-in page asks for: ten followed threads a member, and 50,000 reactions. */
async function addTies(tx: TransactionSql): Promise<void> {
  await tx`
    INSERT INTO follows (follower_id, thread_id)
    SELECT m.id, t.first + (m.id * 37 + n * 1009) % ${scale.threads}::int
    FROM members m CROSS JOIN generate_series(1, 10) n CROSS JOIN (SELECT min(id) AS first FROM threads WHERE slug LIKE 'load-%') t
    WHERE m.handle LIKE 'load\\_%'`;
  await tx`
    INSERT INTO reactions (member_id, thread_id, position, kind)
    SELECT m.first + n % ${scale.members}::int, t.first + n * 13 % ${scale.threads}::int, n % 3, 'thanks'
    FROM generate_series(1, 50000) n
    CROSS JOIN (SELECT min(id) AS first FROM members WHERE handle LIKE 'load\\_%') m
    CROSS JOIN (SELECT min(id) AS first FROM threads WHERE slug LIKE 'load-%') t
    ON CONFLICT DO NOTHING`;
}
