import type { Sql } from "postgres";
import { postComments } from "./comments";
import type { Outcome } from "./load";

export const watcherCount = 20_000;

type Watched = {
  /** The same number of comments, none of which anybody watches. */
  quiet: Outcome;
  /** The first of these is one that everybody who watches is told of. */
  spreading: Outcome;
  /** Seconds until all of them were told, and the longest that one transaction of the worker took, in milliseconds. */
  toldAfter: number;
  longestMs: number;
};

type Asked = { site: string; page: string; threads: number[]; watched: number; writers: [number[], number[]] };

/** Posts comments as in a quiet hour, and again while one event is spread to 20,000 people who watch its thread. */
export async function postWhileSpreading(
  pool: Sql,
  { site, page, threads, watched, writers }: Asked,
): Promise<Watched> {
  await addWatchers(pool, watched);
  const writing = { site, page, threads, concurrency: 8 };
  const quiet = await postComments(pool, writers[0], writing);
  const looking = await lookForLongest(pool);
  const began = performance.now();
  const told = waitUntilTold(pool, watched);
  const elsewhere = writers[1].slice(1).map((_, n) => threads[n % threads.length] as number);
  const spreading = await postComments(pool, writers[1], { ...writing, threads: [watched, ...elsewhere] });
  await told;
  const toldAfter = (performance.now() - began) / 1000;
  return { quiet, spreading, toldAfter, longestMs: await looking.stop() };
}

async function addWatchers(pool: Sql, thread: number): Promise<void> {
  await pool`
    WITH made AS (
      INSERT INTO identity.accounts (email, name) SELECT 'watch_' || n || '@members.example.org', 'watch_' || n
      FROM generate_series(1, ${watcherCount}::int) n RETURNING id, name),
    joined AS (
      INSERT INTO members (account_id, handle, handle_skeleton) SELECT id, name, replace(name, '_', '') FROM made RETURNING id)
    INSERT INTO follows (follower_id, thread_id, level) SELECT id, ${thread}, 'watch' FROM joined`;
}

async function waitUntilTold(pool: Sql, thread: number): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    const [row] = await pool<{ count: number }[]>`SELECT count(*)::int FROM notifications WHERE thread_id = ${thread}`;
    if ((row?.count ?? 0) >= watcherCount) return;
    if (Date.now() > end) throw new Error(`only ${row?.count} of ${watcherCount} were told`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** How long transactions that write notifications stay open, looked at every 50 ms; only the owner sees what others do. */
async function lookForLongest(pool: Sql) {
  const owner = await pool.reserve();
  await owner`SET ROLE NONE`;
  let longest = 0;
  const look = async () => {
    const [row] = await owner<{ ms: number | null }[]>`
      SELECT max(extract(epoch FROM clock_timestamp() - xact_start) * 1000)::float8 AS ms FROM pg_stat_activity
      WHERE query LIKE '%INSERT INTO notifications%' AND state <> 'idle' AND pid <> pg_backend_pid()`;
    longest = Math.max(longest, row?.ms ?? 0);
  };
  const timer = setInterval(() => void look().catch(() => {}), 50);
  return {
    async stop() {
      clearInterval(timer);
      await look();
      await owner`RESET ROLE`;
      owner.release();
      return longest;
    },
  };
}
