import "./support/node-check.mjs";
import { existsSync } from "node:fs";
import { makeFolder } from "./support/folders.mjs";
import { install } from "./support/install.mjs";
import { answers, databaseUrl } from "./support/postgres-answer.mjs";
import { runCommand } from "./support/processes.mjs";
import { checkSettings, loadEnvFile, startEmbedded } from "./support/real.mjs";
import { claim } from "./support/running-record.mjs";
import { say, Trouble } from "./support/say.mjs";
import { loadSettings } from "./support/settings.mjs";
import { runScript } from "./support/steps.mjs";

await runCommand(async () => {
  loadEnvFile();
  const noted = readArguments(process.argv.slice(2));
  await install();
  const env = { NODE_ENV: "production", UNKNOT_MODE: "real", ...(await findCommunity()) };
  await checkSettings(env);
  const { code, output } = await runScript("bin/support/verify-log.ts", noted, env);
  say(output.trim());
  return code;
});

function readArguments(given) {
  const [flag, noted, ...rest] = given;
  if (flag === undefined) return [];
  if (flag === "--last" && rest.length === 0 && /^[1-9]\d{0,14}:[\w-]{43}$/.test(noted ?? "")) return [noted];
  throw new Trouble("Usage: npm run verify-log, or npm run verify-log -- --last NUMBER:CODE with a line noted before.");
}

/** Where the log is, and the secret that its codes are made with. Leaves a community that runs as it is. */
async function findCommunity() {
  const { DATABASE_URL, AUTH_SECRET } = process.env;
  const files = makeFolder("real");
  const settings = existsSync(files.settings) ? await loadSettings(files.settings) : null;
  if (DATABASE_URL && !AUTH_SECRET && !settings) {
    throw new Trouble("AUTH_SECRET is not set. The log is checked with the secret of the community that wrote it.");
  }
  if (DATABASE_URL) return { DATABASE_URL, AUTH_SECRET: AUTH_SECRET || settings.authSecret };
  if (!settings) throw new Trouble("There is no community here yet. Start one with npm start, or set DATABASE_URL.");
  if (!(await answers(settings))) {
    await claim(files.running);
    await startEmbedded(settings, files);
  }
  return { DATABASE_URL: databaseUrl(settings), AUTH_SECRET: AUTH_SECRET || settings.authSecret };
}
