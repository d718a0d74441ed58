import "./support/node-check.mjs";
import { build } from "./support/build.mjs";
import { makeFolder } from "./support/folders.mjs";
import { install } from "./support/install.mjs";
import { requireFreePort, wantedPort } from "./support/ports.mjs";
import { databaseUrl } from "./support/postgres-answer.mjs";
import { runCommand } from "./support/processes.mjs";
import { checkSettings, inviteFirstAdmin, loadEnvFile, refuseDemo, startEmbedded } from "./support/real.mjs";
import { claim } from "./support/running-record.mjs";
import { say } from "./support/say.mjs";
import { loadSettings } from "./support/settings.mjs";
import { fill, migrate, serve } from "./support/steps.mjs";

await runCommand(start);

async function start() {
  loadEnvFile();
  const embedded = !process.env.DATABASE_URL;
  const files = makeFolder("real");
  // Several servers may share a database elsewhere; the embedded one has a single owner.
  if (embedded) await claim(files.running);
  await requireFreePort(wantedPort(), process.env.HOST || "127.0.0.1", "npm start");
  await install();
  const settings = await loadSettings(files.settings);
  await checkSettings(serverEnv(settings));
  const [postgres] = await Promise.all([embedded ? startEmbedded(settings, files) : null, build(files.buildLog)]);
  const env = serverEnv(settings);
  const link = await prepare(env);
  say("Starting the server…");
  const served = serve(env, () => greet(env, link));
  return postgres ? Promise.race([served, postgres.died.then((reason) => Promise.reject(reason))]) : served;
}

/** @returns {Promise<string>} the link for the first admin, or "" */
async function prepare(env) {
  await refuseDemo(env.DATABASE_URL);
  say("Bringing the database up to date…");
  await migrate(env);
  await fill("--reference", env);
  return inviteFirstAdmin(env);
}

function serverEnv(settings) {
  return {
    ...process.env,
    NODE_ENV: "production",
    UNKNOT_MODE: "real",
    DATABASE_URL: process.env.DATABASE_URL || databaseUrl(settings),
    AUTH_SECRET: process.env.AUTH_SECRET || settings.authSecret,
  };
}

function greet(env, link) {
  say(`\nUnknot is ready: ${env.APP_URL} (listening on ${env.HOST || "127.0.0.1"}, port ${wantedPort()})`);
  if (link) say(`\nOpen this link within an hour to become the first admin. It works once.\n\n  ${link}\n`);
}
