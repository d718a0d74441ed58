import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { confirmHours } from "./limits";

/** Deletes addresses that nobody confirmed in time. */
export async function eraseUnconfirmed(): Promise<void> {
  await db.execute(sql`
    DELETE FROM identity.newsletter_subscribers
    WHERE confirmed_at IS NULL AND requested_at < now() - make_interval(hours => ${confirmHours})`);
}
