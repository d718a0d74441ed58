import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
/** What a verb gets inside its transaction. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Connection = Database | Transaction;

// server.ts and Next's bundle each load their own copy of this module; they share one pool through globalThis.
const shared = globalThis as { [key: symbol]: unknown };
const poolKey = Symbol.for("unknot.pool");

/** The process's pool. It connects at the first query, so importing this needs no database (`next build` imports it). */
export const pool = (shared[poolKey] ??= postgres(process.env.DATABASE_URL ?? "postgres://DATABASE_URL.is.not.set:1/", {
  max: Number(process.env.DATABASE_POOL ?? 10),
  connect_timeout: 5,
  onnotice: () => {},
})) as postgres.Sql;

export const db: Database = drizzle(pool, { schema });

export async function closeDatabase(): Promise<void> {
  await pool.end({ timeout: 5 });
}
