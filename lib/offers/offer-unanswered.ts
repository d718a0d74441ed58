import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { canAnswer, offersLeft } from "./fitting";
import { offerTo } from "./offer-to";

/** Offers unanswered posts to everybody who has energy left, in the order in which they said so. */
export async function offerUnanswered(): Promise<void> {
  const willing = await db.execute<{ id: number }>(sql`
    SELECT m.id::float8 AS id FROM energies e JOIN members m ON m.id = e.member_id
    WHERE e.ends_at > now() AND ${offersLeft} > 0 AND ${canAnswer} ORDER BY e.said_at, m.id`);
  // Each for themselves, so that whoever says something meanwhile waits for one person only.
  for (const { id } of willing) await db.transaction((tx) => offerTo(tx, id));
}
