import { Client } from "pg";
import type { JobHelpers } from "graphile-worker";
import { log } from "@/lib/platform/log";

const lock = "hashtext('unknot worker')";
const retryMs = 2000;
/** A worker takes its lock right after it is made, and may find a job before it has it. */
const patienceSeconds = 10;

/**
 * Shows that the workers of this process live: a lock for each, on one connection, which Postgres lets go when the
 * process dies, however it dies.
 */
export class Alive {
  #connectionString: string;
  #workers = new Set<string>();
  #client: Client | null = null;
  #stopped = false;

  constructor(connectionString: string) {
    this.#connectionString = connectionString;
  }

  async start(): Promise<void> {
    if (this.#stopped) return;
    const client = new Client({
      connectionString: this.#connectionString,
      application_name: "unknot worker",
      keepAlive: true,
    });
    this.#client = client;
    const lost = () => this.#lose(client);
    client.on("error", lost);
    client.on("end", lost);
    try {
      await client.connect();
      for (const worker of this.#workers) await take(client, worker);
    } catch {
      lost();
    }
  }

  add(workerId: string): void {
    this.#workers.add(workerId);
    const client = this.#client;
    if (client) take(client, workerId).catch(() => this.#lose(client));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => {});
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => {});
    if (!this.#stopped) setTimeout(() => void this.start(), retryMs).unref();
  }
}

async function take(client: Client, workerId: string): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(${lock}, hashtext($1))`, [workerId]);
}

/** Gives back the jobs of workers that died in the middle of them; without this they stay locked for four hours. */
export async function freeJobsOfTheDead(withPgClient: JobHelpers["withPgClient"]): Promise<void> {
  const freed = await withPgClient(async (client) => {
    const { rows } = await client.query<{ dead: string[] }>(
      `WITH held AS MATERIALIZED (
         SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
         WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $1))
       SELECT coalesce(array_agg(locked_by), '{}') AS dead FROM held WHERE pg_try_advisory_xact_lock(${lock}, hashtext(locked_by))`,
      [patienceSeconds],
    );
    const dead = rows[0]?.dead ?? [];
    if (dead.length > 0) await client.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [dead]);
    return dead.length;
  });
  if (freed > 0) log.warn({ workers: freed }, "jobs of workers that died are free again");
}
