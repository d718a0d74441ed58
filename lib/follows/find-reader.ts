import { pool } from "@/db/client";
import {
  approvedAfterHours,
  approvedContributions,
  newcomerDays,
  type Reader,
  type Restriction,
  type Role,
} from "@/lib/platform/actor";
import { sha256 } from "@/lib/platform/ids";
import type { Subject } from "./schema";

type Row = {
  accountId: number;
  memberId: number | null;
  handle: string | null;
  role: Role;
  newcomer: boolean;
  restriction: Restriction | null;
  renewalDue: boolean;
  unread: number;
  followed: boolean;
} & Omit<Reader["state"], "follow" | "quiet" | "unread">;

/** A number that is the same for everybody, as a part of the text: a plan for all readers can be made with it. */
const fixed = (number: number) => pool.unsafe(String(number));

/**
 * What member `m` wrote, that stands, and that stood long enough or was let through by a moderator. A part of the query
 * that runs for those who joined in the last days, and for nobody else.
 */
const approved = () => pool`
  SELECT 1 FROM threads t WHERE t.author_id = m.id AND t.visible
    AND (t.created_at < now() - make_interval(hours => ${fixed(approvedAfterHours)}) OR EXISTS (
      SELECT FROM cases c JOIN decisions d ON d.case_id = c.id
      WHERE c.thread_id = t.id AND c.comment_id IS NULL AND d.kind = 'restore'))
  UNION ALL
  SELECT 1 FROM comments t WHERE t.author_id = m.id AND t.visible
    AND (t.created_at < now() - make_interval(hours => ${fixed(approvedAfterHours)}) OR EXISTS (
      SELECT FROM cases c JOIN decisions d ON d.case_id = c.id WHERE c.comment_id = t.id AND d.kind = 'restore'))`;

/**
 * Whose session this is, and what the slots of their page are filled with: one prepared query without a layer above
 * it, because every signed-in page waits for it.
 * @param token the value of the session cookie
 * @param subject what the page is about
 * @returns null when the session is over or never was
 */
export async function findReader(token: string, subject: Subject | null): Promise<Reader | null> {
  if (token.length < 20 || token.length > 200) return null;
  // Not null for none: a plan for null looks so cheap that Postgres would make one anew each time, for 0.5 ms.
  const about = (kind: Subject["kind"]) => (subject?.kind === kind ? subject.id : 0);
  const [row] = await pool<Row[]>`
    SELECT a.id::float8 AS "accountId", m.id::float8 AS "memberId", m.handle, coalesce(m.role, 'member') AS role,
      CASE
        WHEN m.id IS NULL THEN true
        WHEN m.role <> 'member' OR m.joined_at <= now() - make_interval(days => ${fixed(newcomerDays)}) THEN false
        ELSE ${fixed(approvedContributions)} > (SELECT count(*) FROM (${approved()} LIMIT ${fixed(approvedContributions)}) a)
      END AS newcomer,
      (SELECT max(kind)::text FROM restrictions WHERE member_id = m.id AND kind IN ('silence', 'suspend', 'ban')
        AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > now())) AS restriction,
      s.seen_at < now() - interval '1 day' AS "renewalDue",
      (SELECT count(*)::int FROM statements WHERE member_id = m.id AND seen_at IS NULL)
        + (SELECT count(*)::int FROM appeals WHERE member_id = m.id AND decided_at IS NOT NULL AND seen_at IS NULL) AS unread,
      EXISTS (SELECT 1 FROM follows WHERE follower_id = m.id AND thread_id = ${about("thread")})
        OR EXISTS (SELECT 1 FROM follows WHERE follower_id = m.id AND technique_id = ${about("technique")})
        OR EXISTS (SELECT 1 FROM follows WHERE follower_id = m.id AND member_id = ${about("member")}) AS followed,
      (SELECT coalesce(json_agg(json_build_object('position', position, 'kind', kind)), '[]')
        FROM reactions WHERE member_id = m.id AND thread_id = ${about("thread")}) AS reactions,
      ARRAY(SELECT blocked_id::float8 FROM blocks WHERE blocker_id = m.id) AS blocked,
      ARRAY(SELECT technique_id::float8 FROM mutes WHERE member_id = m.id AND technique_id IS NOT NULL) AS "mutedTechniques",
      ARRAY(SELECT thread_id::float8 FROM mutes WHERE member_id = m.id AND thread_id IS NOT NULL) AS "mutedThreads",
      ARRAY(SELECT word FROM mutes WHERE member_id = m.id AND word IS NOT NULL) AS "mutedWords"
    FROM identity.sessions s
    JOIN identity.accounts a ON a.id = s.account_id
    LEFT JOIN members m ON m.account_id = a.id
    WHERE s.token_hash = ${sha256(token)} AND s.expires_at > now()`;
  if (!row) return null;
  const { unread, followed, reactions, blocked, mutedTechniques, mutedThreads, mutedWords, ...viewer } = row;
  const unwanted = { blocked, mutedTechniques, mutedThreads, mutedWords };
  const switched = (on: boolean) => (!viewer.memberId || !subject ? "none" : on ? "on" : "off");
  const quieted = { member: blocked, technique: mutedTechniques, thread: mutedThreads };
  const quiet = switched(subject !== null && quieted[subject.kind].includes(subject.id));
  return { viewer, state: { follow: switched(followed), quiet, reactions, unread, ...unwanted } };
}
