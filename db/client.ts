import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { applicationRole } from "./role";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
/** What a verb gets inside its transaction. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Connection = Database | Transaction;

// server.ts and Next's bundle each load their own copy of this module; they share one pool through globalThis.
const shared = globalThis as { [key: symbol]: unknown };
const poolKey = Symbol.for("unknot.pool");

/**
 * Lets Postgres keep the plan of every query: Drizzle asks for the opposite wherever a query has no name, and each would
 * be parsed every time, in two round trips.
 */
function preparing<T extends postgres.Sql | postgres.TransactionSql>(sql: T): T {
  return new Proxy(sql, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === "unsafe") {
        return (query: string, values?: [], options?: object) =>
          target.unsafe(query, values, { ...options, prepare: true });
      }
      if (name !== "begin" && name !== "savepoint") return value;
      const open = value as (...given: unknown[]) => unknown;
      return (...given: unknown[]) =>
        open(
          ...given.map((one) =>
            typeof one === "function" ? (tx: T) => (one as (tx: T) => unknown)(preparing(tx)) : one,
          ),
        );
    },
  });
}

/** The process's pool. It connects at the first query, so importing this needs no database (`next build` imports it). */
export const pool = (shared[poolKey] ??= postgres(process.env.DATABASE_URL ?? "postgres://DATABASE_URL.is.not.set:1/", {
  max: Number(process.env.DATABASE_POOL ?? 10),
  connect_timeout: 5,
  onnotice: () => {},
  connection: {
    // Not as the owner of the tables: whatever asks through here, the database shows it only what it may see.
    role: applicationRole,
    // Pages ask for little at a time: to start helpers for it takes twenty times as long as to look. The driver leaves a
    // number out that is 0.
    max_parallel_workers_per_gather: "0",
  },
})) as postgres.Sql;

export const db: Database = drizzle(preparing(pool), { schema });

export async function closeDatabase(): Promise<void> {
  await pool.end({ timeout: 5 });
}
