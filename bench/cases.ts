import type { Sql } from "postgres";
import { run, type Outcome, type Shot } from "./load";
import { scale, sessionOf } from "./scale";

export const caseCount = 100_000;
/** Moderators who open cases at the same time. */
const moderators = 2;
const opened = { warmUp: 200, measured: 400 };

/**
 * 100,000 cases about the threads and comments of `growToScale`, with two reports each; all but 2,000 are decided, two
 * thirds of them with a statement. Triggers rest meanwhile.
 */
export async function addCases(pool: Sql): Promise<void> {
  await pool.begin(async (tx) => {
    await tx`SET LOCAL ROLE NONE`;
    await tx`SET LOCAL session_replication_role = replica`;
    await tx`UPDATE members SET role = 'moderator' WHERE handle IN ${tx(moderatorHandles())}`;
    await tx`
      WITH bulk AS (SELECT min(id) AS first, count(*) AS many FROM threads WHERE slug LIKE 'load-%'),
      who AS (SELECT min(id) AS first FROM members WHERE handle LIKE 'load\\_%'),
      made AS (
        INSERT INTO cases (thread_id, comment_id, author_id, reason, distressing, report_count, weight, opened_at, due_at, queue_at, closed_at)
        SELECT t.id, c.id, coalesce(c.author_id, t.author_id), (enum_range(NULL::report_reason))[1 + n % 9], n % 9 = 0, 2, 2, at,
          at + interval '2 days', at + interval '46 hours', CASE WHEN n > 2000 THEN at + interval '1 day' END
        FROM bulk CROSS JOIN generate_series(1, ${caseCount}::int) n
        CROSS JOIN LATERAL (SELECT now() - n * interval '5 minutes' AS at) AS at
        JOIN threads t ON t.id = bulk.first + n % bulk.many
        LEFT JOIN comments c ON c.thread_id = t.id AND c.position = 1 AND n % 2 = 1
        RETURNING id, author_id, reason, opened_at, closed_at),
      reported AS (
        INSERT INTO reports (case_id, reporter_id, reason, note, created_at)
        SELECT made.id, who.first + (made.id * 31 + k * 7) % ${scale.members}::int, made.reason, 'It should be looked at.', made.opened_at
        FROM made, who, generate_series(1, 2) k),
      decided AS (
        INSERT INTO decisions (case_id, moderator_id, kind, rule, reason, created_at)
        SELECT made.id, who.first, (ARRAY['keep', 'hide', 'warn'])[1 + made.id % 3]::decision_kind, 'kindness',
          'It was looked at with care.', made.closed_at
        FROM made, who WHERE made.closed_at IS NOT NULL
        RETURNING id, case_id, kind, created_at)
      INSERT INTO statements (decision_id, member_id, kind, scope, facts, rule, source, automated, created_at, appeal_until)
      SELECT d.id, made.author_id, d.kind, 'text', 'It was looked at with care.', 'kindness', 'report', false, d.created_at,
        d.created_at + interval '6 months'
      FROM decided d JOIN made ON made.id = d.case_id WHERE d.kind <> 'keep'`;
  });
}

function moderatorHandles(): string[] {
  return Array.from({ length: moderators }, (_, index) => `load_${index + 1}`);
}

/** Opens cases as moderators do, from the request to the whole page; each opening is also noted in the log. */
export async function openCases(pool: Sql, site: string): Promise<Outcome> {
  const rows = await pool<{ id: number }[]>`
    SELECT id::int FROM cases ORDER BY random() LIMIT ${opened.warmUp + opened.measured}`;
  const shots = rows.map(({ id }, n): Shot => {
    const cookie = `unknot-session=${sessionOf(1 + (n % moderators))}`;
    return { path: `/staff/cases/${id}`, headers: { accept: "text/html", "accept-encoding": "gzip", cookie } };
  });
  await requireCase(site, shots[0]);
  const open = (from: number, requests: number) =>
    run({ origin: site, requests, concurrency: moderators, status: 200, shot: (n) => shots[from + n] as Shot });
  await open(0, opened.warmUp);
  return open(opened.warmUp, opened.measured);
}

/** @throws Error for a page that is not a case: the wrong one might be very fast */
async function requireCase(site: string, shot: Shot | undefined): Promise<void> {
  const answer = await fetch(new URL(shot?.path ?? "", site), { headers: shot?.headers as Record<string, string> });
  const html = await answer.text();
  for (const words of ["What it is about", "Cases like this one"])
    if (!html.includes(words)) throw new Error(`${shot?.path} (${answer.status}) does not hold “${words}”`);
}
