import { build } from "./build.mjs";
import { makeFolder } from "./folders.mjs";
import { install } from "./install.mjs";
import { requireFreePort, wantedPort } from "./ports.mjs";
import { databaseUrl } from "./postgres-answer.mjs";
import { startPostgres } from "./postgres.mjs";
import { claim } from "./running-record.mjs";
import { say } from "./say.mjs";
import { loadSettings } from "./settings.mjs";
import { fill, migrate, serve } from "./steps.mjs";

/**
 * Runs the sample community on this machine, until the server ends.
 * @param {{ command: string, nodeEnv: "production" | "development" }} kind
 * @returns {Promise<number>} the exit code
 */
export async function runSample({ command, nodeEnv }) {
  const port = wantedPort();
  const files = makeFolder("demo");
  await claim(files.running);
  await requireFreePort(port, "127.0.0.1", command);
  await install();
  const settings = await loadSettings(files.settings);
  const building = nodeEnv === "production" ? build(files.buildLog) : null;
  const [postgres] = await Promise.all([prepare(settings, files), building]);
  say("Starting the server…");
  const served = serve({ ...serverEnv(settings, port), NODE_ENV: nodeEnv }, () => greet(port));
  return Promise.race([served, postgres.died.then((reason) => Promise.reject(reason))]);
}

async function prepare(settings, files) {
  const postgres = await startPostgres({
    name: "postgres",
    mayMove: true,
    settings,
    settingsFile: files.settings,
    logFile: files.postgresLog,
  });
  const env = { ...serverEnv(settings, 3000), NODE_ENV: "production" };
  say("Bringing the database up to date…");
  await migrate(env);
  say("Filling the sample community…");
  await fill("--community", env);
  return postgres;
}

/** Everything is given, so that a setting for real use in the environment never reaches the demo. */
function serverEnv(settings, port) {
  return {
    UNKNOT_MODE: "demo",
    DATABASE_URL: databaseUrl(settings),
    APP_URL: `http://localhost:${port}`,
    HOST: "127.0.0.1",
    PORT: String(port),
    AUTH_SECRET: settings.authSecret,
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    SMTP_URL: "",
    MAIL_FROM: "",
    WORKER: "on",
    TRUST_PROXY: "off",
  };
}

function greet(port) {
  say(`
Unknot is ready: http://localhost:${port}

Sign in with one of these; the link appears in the mailbox, http://localhost:${port}/dev/mailbox

  member@example.org      a member
  provider@example.org    a massage or health professional
  editor@example.org      writes the articles
  moderator@example.org   decides about reports
  admin@example.org       may do everything

Ctrl-C stops everything.`);
}
