import { existsSync } from "node:fs";
import { join } from "node:path";
import { query } from "./postgres-answer.mjs";
import { startPostgres } from "./postgres.mjs";
import { checkout } from "./processes.mjs";
import { Trouble } from "./say.mjs";
import { runScript } from "./steps.mjs";

/** What is in the environment already wins over the file. */
export function loadEnvFile() {
  const file = join(checkout, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

export async function checkSettings(env) {
  const { code, output } = await runScript("bin/support/check-settings.ts", [], env);
  if (code !== 0)
    throw new Trouble(`${output.trim()}\nPut the settings into the environment or into a file .env here.`);
}

/** The community's own Postgres, until the command ends. */
export function startEmbedded(settings, files) {
  return startPostgres({
    name: "postgres-real",
    mayMove: false,
    settings,
    settingsFile: files.settings,
    logFile: files.postgresLog,
  });
}

/** The sample members' addresses are known to everybody, and one of them is an admin. */
export async function refuseDemo(url) {
  const rows = await query(url, "SELECT demo FROM site").catch((error) => {
    const nothingMigratedYet = error.code === "42P01";
    if (nothingMigratedYet) return [];
    throw new Trouble(`The database in DATABASE_URL does not answer: ${error.message || error.code}.`);
  });
  if (rows[0]?.demo) throw new Trouble("This database holds the sample community of the demo. Use an empty one.");
}

/** @returns {Promise<string>} the link, or "" when there is an admin */
export async function inviteFirstAdmin(env) {
  const { code, output } = await runScript("bin/support/first-admin.ts", [], env);
  if (code !== 0) throw new Trouble(`${output.trim()}\nThe link for the first admin could not be made.`);
  return /https?:\S+/.exec(output)?.[0] ?? "";
}
