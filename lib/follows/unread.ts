// Text and not a query, because the prepared query of every page holds it, and those of the notifications do.

/**
 * Whether a notification `n` of a thread `t` still stands before its member: of a comment, its words; of a gesture, that
 * nobody took it back; and nothing that they do not want to see.
 * @param member their number, as SQL
 */
export const standsFor = (member: string) => `t.visible
  AND (n.position = 0 OR EXISTS (SELECT FROM comments c WHERE c.thread_id = n.thread_id AND c.position = n.position AND c.visible))
  AND (n.kind <> 'thanks' OR EXISTS (
    SELECT FROM reactions r WHERE r.member_id = n.actor_id AND r.thread_id = n.thread_id AND r.position = n.position))
  AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = ${member} AND b.blocked_id = n.actor_id)
  AND NOT EXISTS (SELECT FROM mutes q WHERE q.member_id = ${member} AND q.muted_member_id = n.actor_id)
  AND NOT EXISTS (SELECT FROM mutes q WHERE q.member_id = ${member} AND q.thread_id = n.thread_id)
  AND NOT EXISTS (SELECT FROM mutes q
    WHERE q.member_id = ${member} AND q.technique_id = t.technique_id AND t.author_id <> ${member})`;

/** Whether a member wants to have notifications `n` of this kind before them on the site. */
export const isShownTo = (member: string) => `NOT EXISTS (
  SELECT FROM hearing_choices h WHERE h.member_id = ${member} AND h.kind = n.kind AND NOT h.on_site)`;

/** So many threads are looked at; where all of them are gone, what comes after them is not counted. */
const mostLookedAt = 40;

/**
 * How many things are new for somebody, up to ten: threads in which they have something before them, statements, and
 * answers to appeals. Threads are found one after the other at their places in an index, however much is new in each.
 * @param member their number, as SQL
 */
export const unreadOf = (member: string) => `least(10,
  (SELECT count(*) FROM statements WHERE member_id = ${member} AND seen_at IS NULL)
  + (SELECT count(*) FROM appeals WHERE member_id = ${member} AND decided_at IS NOT NULL AND seen_at IS NULL)
  + (SELECT count(*) FROM (
    WITH RECURSIVE told AS (
      (SELECT thread_id, 1 AS nth FROM notifications
        WHERE member_id = ${member} AND read_at IS NULL ORDER BY thread_id LIMIT 1)
      UNION ALL
      SELECT (SELECT thread_id FROM notifications
        WHERE member_id = ${member} AND read_at IS NULL AND thread_id > told.thread_id ORDER BY thread_id LIMIT 1), nth + 1
      FROM told WHERE thread_id IS NOT NULL AND nth < ${mostLookedAt})
    SELECT 1 FROM told WHERE (
      SELECT true FROM notifications n JOIN threads t ON t.id = n.thread_id
      WHERE n.member_id = ${member} AND n.thread_id = told.thread_id AND n.read_at IS NULL AND ${standsFor(member)}
        AND ${isShownTo(member)} LIMIT 1)
    LIMIT 10) threads))::int`;

/**
 * Whether somebody may have something new, from three indexes alone; what they do not want to see is counted as well.
 * @param member their number, as SQL
 */
export const mayHaveUnread = (member: string) => `(
  EXISTS (SELECT FROM notifications WHERE member_id = ${member} AND read_at IS NULL)
  OR EXISTS (SELECT FROM statements WHERE member_id = ${member} AND seen_at IS NULL)
  OR EXISTS (SELECT FROM appeals WHERE member_id = ${member} AND decided_at IS NOT NULL AND seen_at IS NULL))`;
