import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { keptForDays } from "./limits";

/** Forgets who had energy once their day has ended, and in time who was offered what. */
export async function eraseOldOffers(): Promise<void> {
  await db.execute(sql`DELETE FROM energies WHERE ends_at <= now()`);
  await db.execute(sql`DELETE FROM offers WHERE created_at < now() - make_interval(days => ${keptForDays})`);
}
