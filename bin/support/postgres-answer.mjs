import { Trouble } from "./say.mjs";

/** @param {{ postgresPort: number, postgresPassword: string }} settings */
export function databaseUrl(settings, name = "unknot") {
  return `postgres://postgres:${settings.postgresPassword}@127.0.0.1:${settings.postgresPort}/${name}?sslmode=disable`;
}

/** Runs one query on a connection of its own. */
export async function query(url, text) {
  // Not at the top: the module is there only once npm has installed it.
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @returns {Promise<boolean>} false while it is starting or nobody is there */
export async function answers(settings) {
  try {
    await query(databaseUrl(settings, "postgres"), "SELECT 1");
    return true;
  } catch (error) {
    if (error.code !== "28P01") return false;
    throw new Trouble(
      "The embedded Postgres has another password than the one in settings.json. Put back the settings.json that belongs to these data.",
    );
  }
}

export async function requireDatabase(settings) {
  const url = databaseUrl(settings, "postgres");
  const found = await query(url, "SELECT FROM pg_database WHERE datname = 'unknot'");
  if (found.length === 0) await query(url, "CREATE DATABASE unknot");
}
