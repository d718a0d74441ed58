import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runPending } from "drizzle-orm/node-postgres/migrator";
import { Logger, runMigrations } from "graphile-worker";
import { Client, Pool } from "pg";
import { applicationRole, prepareRole } from "./role";

/** Any number nobody else uses: starts of the same community wait for each other by it. */
const migrationLock = 7_286_401;
const limits = { lock_timeout: 5000, statement_timeout: 60_000 };

/**
 * Brings the database up to date: our tables, then the job queue's. A second one at the same time waits for the first.
 * @throws Error with one sentence for the operator
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // A connection lost between two statements fails the next one; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SET lock_timeout = '10min'");
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      `SET lock_timeout = ${limits.lock_timeout}; SET statement_timeout = ${limits.statement_timeout}`,
    );
    await runPending(drizzle(client), { migrationsFolder: join(import.meta.dirname, "migrations") });
    await migrateQueue(databaseUrl);
    await prepareRole(client);
  } catch (error) {
    throw new Error(explain(error, databaseUrl), { cause: error });
  } finally {
    // Ends the session, and with it the lock.
    await client.end().catch(() => {});
  }
}

async function migrateQueue(connectionString: string): Promise<void> {
  const pgPool = new Pool({ connectionString, max: 1, ...limits });
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}

const sentences: Record<string, string> = {
  "28P01": "The database refused the user or the password in DATABASE_URL.",
  "28000": "The database does not let this user in; check DATABASE_URL and the database's pg_hba.conf.",
  "3D000": "The database named in DATABASE_URL does not exist. Create it with createdb.",
  "42501":
    "The database user in DATABASE_URL may not create tables or roles. Give it the database (ALTER DATABASE … OWNER TO …), and " +
    "let an administrator make the role that the application reads under: " +
    `CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO ….`,
  "53100": "The database's disk is full. Free some space, then run the command again.",
  "53300": "The database takes no more connections. Close some, then run the command again.",
  "55P03": "Something else held a table for over five seconds. The change was taken back; run the command again.",
  "57014": "A change took longer than a minute and was taken back; run the command again in a quiet hour.",
};

/** Drizzle wraps what the driver threw; the driver's code stands somewhere down the chain of causes. */
function explain(error: unknown, databaseUrl: string): string {
  let message = "";
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code = "" } = each as NodeJS.ErrnoException;
    const known = sentences[code];
    if (known) return known;
    if (
      ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN"].includes(code) ||
      /timeout expired/.test(each.message)
    ) {
      return `No database answers at ${new URL(databaseUrl).host}. Start it, or check DATABASE_URL.`;
    }
    message = each.message;
  }
  return `The database could not be brought up to date; the change that failed was taken back: ${message || String(error)}`;
}

async function runAsScript(): Promise<void> {
  const { DATABASE_URL } = process.env;
  try {
    if (!DATABASE_URL) throw new Error("DATABASE_URL is not set.");
    await migrate(DATABASE_URL);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.DEBUG === "1") process.stderr.write(`${error instanceof Error ? String(error.cause) : ""}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runAsScript();
