import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";

/** Reads or does what the application's role may not: the owner of the tables sees every row. */
export function asOwner<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL ROLE NONE`);
    return run(tx);
  });
}
