import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { keptDays } from "./limits";

/** Erases what nobody has gone on with for 180 days. */
export async function eraseOldDrafts(): Promise<void> {
  await db.execute(sql`DELETE FROM drafts WHERE saved_at < now() - make_interval(days => ${keptDays})`);
}
