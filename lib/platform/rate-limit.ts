import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { Refusal } from "./errors";

export type RateRule = {
  /** What is limited and for whom, e.g. `comment:42`. */
  key: string;
  max: number;
  windowSeconds: number;
};

/**
 * Counts one use against each rule, in the database, so that all instances see one number and a refused or failed
 * write gives its use back with the transaction.
 * @throws Refusal `rate_limited` with `waitSeconds` when a window is full
 */
export async function takeTurn(tx: Connection, rules: RateRule[]): Promise<void> {
  for (const rule of rules) {
    const rows = await tx.execute<{ used: string; wait: number }>(sql`
      INSERT INTO identity.rate_windows AS w (key, used, ends_at)
      VALUES (${rule.key}, 1, now() + make_interval(secs => ${rule.windowSeconds}))
      ON CONFLICT (key) DO UPDATE SET
        used = CASE WHEN w.ends_at <= now() THEN 1 ELSE w.used + 1 END,
        ends_at = CASE WHEN w.ends_at <= now() THEN excluded.ends_at ELSE w.ends_at END
      RETURNING used, ceil(extract(epoch FROM ends_at - now()))::int AS wait`);
    const row = rows[0];
    if (row && Number(row.used) > rule.max) throw new Refusal("rate_limited", { waitSeconds: Math.max(1, row.wait) });
  }
}

/** True for the first use of a key within the window: of a form that is sent twice, one has an effect. */
export async function isFirstUse(tx: Connection, key: string, windowSeconds: number): Promise<boolean> {
  return takeTurn(tx, [{ key, max: 1, windowSeconds }]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    },
  );
}
