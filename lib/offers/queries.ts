import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { phraseFinder } from "@/lib/platform/muted-words";
import type { Addressed } from "@/lib/platform/urls";
import { isWantedBy, listMutedWords, offersLeft, stillAsks, tellsOfUse } from "./fitting";

export type Offered = Addressed & {
  title: string;
  technique: string;
  audience: "public" | "members";
  /** Since it can be read. */
  hours: number;
};

export type Energy = {
  /** For how many answers today; null where nothing was said. */
  answers: number | null;
  timeZone: string;
  /** Whether they told of any technique, so that something can be offered. */
  tried: boolean;
  /** As much was offered today as they said. */
  full: boolean;
  offers: Offered[];
};

/** What a member said about their energy today, and what is offered to them. For themselves alone. */
export async function getEnergy(memberId: number): Promise<Energy> {
  const [[said], offers] = await Promise.all([
    db.execute<Omit<Energy, "offers">>(sql`
      SELECT e.answers, coalesce(s.time_zone, 'UTC') AS "timeZone", coalesce(${offersLeft} <= 0, false) AS "full",
        EXISTS (SELECT FROM threads t WHERE t.author_id = m.id AND ${tellsOfUse}) AS tried
      FROM members m LEFT JOIN mail_settings s ON s.member_id = m.id
      LEFT JOIN energies e ON e.member_id = m.id AND e.ends_at > now()
      WHERE m.id = ${memberId}`),
    listOffers(memberId),
  ]);
  if (!said) throw new Error("there is no such member");
  return { ...said, offers };
}

/** Never more than three, which the verbs see to. What somebody keeps away since then is left out. */
async function listOffers(memberId: number): Promise<Offered[]> {
  const [rows, muted] = await Promise.all([
    db.execute<Offered & { body: string }>(sql`
      SELECT t.id::float8 AS id, t.kind, t.slug, t.title, t.audience, q.name AS technique, p.body,
        extract(epoch FROM now() - t.published_at)::float8 / 3600 AS hours
      FROM energies e JOIN offers o ON o.member_id = e.member_id AND o.created_at >= e.said_at
      JOIN threads t ON t.id = o.thread_id JOIN techniques q ON q.id = t.technique_id JOIN posts p ON p.thread_id = t.id
      WHERE e.member_id = ${memberId} AND e.ends_at > now() AND o.passed_at IS NULL
        AND ${stillAsks} AND ${isWantedBy(memberId)}
      ORDER BY o.created_at, t.id`),
    listMutedWords(db, memberId),
  ]);
  const isUnwanted = phraseFinder(muted);
  return rows.filter(({ title, body }) => !isUnwanted(`${title} ${body}`)).map(({ body: _body, ...offer }) => offer);
}
