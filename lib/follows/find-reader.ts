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
import { mayHaveUnread, unreadOf } from "./unread";

type Row = {
  accountId: number;
  memberId: number | null;
  handle: string | null;
  role: Role;
  recent: boolean;
  restriction: Restriction | null;
  renewalDue: boolean;
  hasUnread: boolean;
  followed: Reader["state"]["follow"] | null;
  muted: { techniques: number[] | null; threads: number[] | null; members: number[] | null; words: string[] | null };
  reactions: Reader["state"]["reactions"];
  blocked: number[];
};

/** A number that is the same for everybody, as a part of the text: a plan for all readers can be made with it. */
const fixed = (number: number) => pool.unsafe(String(number));

/**
 * Whether somebody who joined in the last days has few words that stand and stood long enough, or were let through by a
 * moderator. Asked apart: in the query below, its tables would be opened for everybody.
 */
async function isNewcomer(memberId: number): Promise<boolean> {
  const old = pool`t.created_at < now() - make_interval(hours => ${fixed(approvedAfterHours)})`;
  const [row] = await pool<{ approved: number }[]>`
    SELECT count(*)::int AS approved FROM (
      SELECT 1 FROM threads t WHERE t.author_id = ${memberId} AND t.visible AND (${old} OR EXISTS (
        SELECT FROM cases c JOIN decisions d ON d.case_id = c.id
        WHERE c.thread_id = t.id AND c.comment_id IS NULL AND d.kind = 'restore'))
      UNION ALL
      SELECT 1 FROM comments t WHERE t.author_id = ${memberId} AND t.visible AND (${old} OR EXISTS (
        SELECT FROM cases c JOIN decisions d ON d.case_id = c.id WHERE c.comment_id = t.id AND d.kind = 'restore'))
      LIMIT ${fixed(approvedContributions)}) a`;
  return (row?.approved ?? 0) < approvedContributions;
}

/** Asked apart for the same reason: whoever has read everything does not pay for the count. */
async function countUnread(memberId: number): Promise<number> {
  const [row] = await pool<{ unread: number }[]>`
    SELECT ${pool.unsafe(unreadOf("m.id"))} AS unread FROM members m WHERE m.id = ${memberId}`;
  return row?.unread ?? 0;
}

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
      m.role = 'member' AND m.joined_at > now() - make_interval(days => ${fixed(newcomerDays)}) AS recent,
      (SELECT max(kind)::text FROM restrictions WHERE member_id = m.id AND kind IN ('silence', 'suspend', 'ban')
        AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > now())) AS restriction,
      s.seen_at < now() - interval '1 day' AS "renewalDue",
      ${pool.unsafe(mayHaveUnread("m.id"))} AS "hasUnread",
      coalesce(
        (SELECT level FROM follows WHERE follower_id = m.id AND thread_id = ${about("thread")}),
        (SELECT level FROM follows WHERE follower_id = m.id AND technique_id = ${about("technique")}),
        (SELECT level FROM follows WHERE follower_id = m.id AND member_id = ${about("member")}))::text AS followed,
      (SELECT coalesce(json_agg(json_build_object('position', position, 'kind', kind)), '[]')
        FROM reactions WHERE member_id = m.id AND thread_id = ${about("thread")}) AS reactions,
      ARRAY(SELECT blocked_id::float8 FROM blocks WHERE blocker_id = m.id) AS blocked,
      (SELECT json_build_object(
        'techniques', json_agg(technique_id) FILTER (WHERE technique_id IS NOT NULL),
        'threads', json_agg(thread_id) FILTER (WHERE thread_id IS NOT NULL),
        'members', json_agg(muted_member_id) FILTER (WHERE muted_member_id IS NOT NULL),
        'words', json_agg(word) FILTER (WHERE word IS NOT NULL)) FROM mutes WHERE member_id = m.id) AS muted
    FROM identity.sessions s
    JOIN identity.accounts a ON a.id = s.account_id
    LEFT JOIN members m ON m.account_id = a.id
    WHERE s.token_hash = ${sha256(token)} AND s.expires_at > now()`;
  if (!row) return null;
  const { hasUnread, followed, reactions, blocked, muted, recent, ...person } = row;
  const { memberId } = person;
  const [newcomer, unread] = await Promise.all([
    memberId === null || (recent && isNewcomer(memberId)),
    memberId !== null && hasUnread ? countUnread(memberId) : 0,
  ]);
  const viewer = { ...person, newcomer };
  const { techniques, threads, members, words } = muted;
  const unwanted = {
    ...{ blocked, mutedMembers: members ?? [], mutedTechniques: techniques ?? [] },
    ...{ mutedThreads: threads ?? [], mutedWords: words ?? [] },
  };
  if (memberId === null || !subject) {
    return { viewer, state: { follow: "none", quiet: "none", reactions, unread, ...unwanted } };
  }
  const quiet = quietOf(subject, unwanted);
  return { viewer, state: { follow: followed ?? "off", quiet, reactions, unread, ...unwanted } };
}

type Unwanted = Pick<Reader["state"], "blocked" | "mutedMembers" | "mutedTechniques" | "mutedThreads">;

/** Whether somebody blocked or muted what the page is about. To block a person is more than to mute them. */
function quietOf({ kind, id }: Subject, unwanted: Unwanted): Reader["state"]["quiet"] {
  if (kind === "member" && unwanted.mutedMembers.includes(id) && !unwanted.blocked.includes(id)) return "muted";
  const quieted = { member: unwanted.blocked, technique: unwanted.mutedTechniques, thread: unwanted.mutedThreads };
  return quieted[kind].includes(id) ? "on" : "off";
}
