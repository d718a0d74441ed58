import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { Refusal } from "./errors";

export type RateRule = {
  /** What is limited and for whom, e.g. `comment:42`. */
  key: string;
  max: number;
  windowSeconds: number;
  /** The refusal's code, where it is not `rate_limited`. */
  code?: string;
};

/**
 * Counts one use against each rule, in the database, so that all instances see one number and a refused or failed
 * write gives its use back with the transaction.
 * @throws Refusal with `waitSeconds` when a window is full: `rate_limited`, or the rule's own code
 */
export async function takeTurn(tx: Connection, rules: RateRule[]): Promise<void> {
  if (rules.length === 0) return;
  const rows = await use(tx, rules);
  for (const { key, max, code = "rate_limited" } of rules) {
    const row = rows.find((one) => one.key === key);
    if (row && Number(row.used) > max) throw new Refusal(code, { waitSeconds: Math.max(1, row.wait) });
  }
}

/** Counts one use and refuses nothing: how often a key was used in its window, this use among them. */
export async function countUse(tx: Connection, key: string, windowSeconds: number): Promise<number> {
  const [row] = await use(tx, [{ key, windowSeconds }]);
  return Number(row?.used ?? 0);
}

function use(tx: Connection, windows: Pick<RateRule, "key" | "windowSeconds">[]) {
  const uses = windows.map(
    ({ key, windowSeconds }) => sql`(${key}, 1, now() + make_interval(secs => ${windowSeconds}))`,
  );
  return tx.execute<{ key: string; used: string; wait: number }>(sql`
    INSERT INTO identity.rate_windows AS w (key, used, ends_at) VALUES ${sql.join(uses, sql`, `)}
    ON CONFLICT (key) DO UPDATE SET
      used = CASE WHEN w.ends_at <= now() THEN 1 ELSE w.used + 1 END,
      ends_at = CASE WHEN w.ends_at <= now() THEN excluded.ends_at ELSE w.ends_at END
    RETURNING key, used, ceil(extract(epoch FROM ends_at - now()))::int AS wait`);
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
