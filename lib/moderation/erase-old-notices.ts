import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Erases who sent a notice, 6 months after its case was closed: so long can its decision be objected to. */
export async function eraseOldNotices(): Promise<void> {
  await db.execute(sql`
    UPDATE identity.notices n SET name = NULL, email = NULL, erased_at = now() FROM cases c
    WHERE c.id = n.case_id AND n.erased_at IS NULL AND c.closed_at < now() - interval '6 months'`);
}
