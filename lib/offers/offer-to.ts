import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { phraseFinder } from "@/lib/platform/muted-words";
import {
  canAnswer,
  isWantedBy,
  listMutedWords,
  offerOneAtATime,
  offersLeft,
  placesLeft,
  stillAsks,
  tellsOfUse,
} from "./fitting";
import { askedAfterHours, mostLookedThrough, offeredForDays } from "./limits";

/**
 * Offers a member as many unanswered posts as they have energy left for: questions first, and of these the one that
 * has waited longest. Each is offered to them once. Does nothing for whoever has no energy or no place left.
 */
export async function offerTo(tx: Transaction, memberId: number): Promise<void> {
  await offerOneAtATime(tx);
  const [energy] = await tx.execute<{ left: number }>(sql`
    SELECT (${offersLeft})::int AS left FROM energies e JOIN members m ON m.id = e.member_id
    WHERE e.member_id = ${memberId} AND e.ends_at > now() AND ${canAnswer}`);
  const left = energy?.left ?? 0;
  if (left <= 0) return;
  const muted = await listMutedWords(tx, memberId);
  const isUnwanted = phraseFinder(muted);
  const found = await tx.execute<Fitting>(fittingPosts(memberId, muted.length > 0 ? mostLookedThrough : left));
  const fitting = found.filter(({ title, body }) => !isUnwanted(`${title} ${body}`));
  for (const { id } of fitting.slice(0, left)) {
    // This may have begun, and waited, before the energy was said.
    await tx.execute(
      sql`INSERT INTO offers (member_id, thread_id, created_at) VALUES (${memberId}, ${id}, clock_timestamp())`,
    );
  }
}

type Fitting = { id: number; title: string; body: string };

const fittingPosts = (memberId: number, most: number) => sql`
  WITH used AS MATERIALIZED (SELECT DISTINCT t.technique_id FROM threads t WHERE t.author_id = ${memberId} AND ${tellsOfUse})
  SELECT t.id::float8 AS id, t.title, p.body
  FROM used JOIN threads t ON t.technique_id = used.technique_id JOIN posts p ON p.thread_id = t.id
  WHERE t.published_at BETWEEN now() - make_interval(days => ${offeredForDays}) AND now() - make_interval(hours => ${askedAfterHours[0]})
    AND t.author_id <> ${memberId} AND ${stillAsks} AND ${isWantedBy(memberId)}
    AND NOT EXISTS (SELECT FROM offers o WHERE o.member_id = ${memberId} AND o.thread_id = t.id)
    AND NOT EXISTS (SELECT FROM comments c WHERE c.thread_id = t.id AND c.author_id = ${memberId})
    AND ${placesLeft} > 0
  ORDER BY t.kind = 'question' DESC, t.published_at, t.id LIMIT ${most}`;
