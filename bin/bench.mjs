import "./support/node-check.mjs";
import { existsSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { build } from "./support/build.mjs";
import { keepToOneCore } from "./support/cores.mjs";
import { makeFolder } from "./support/folders.mjs";
import { install } from "./support/install.mjs";
import { findFreePort } from "./support/ports.mjs";
import { databaseUrl, query, requireDatabase } from "./support/postgres-answer.mjs";
import { startPostgres } from "./support/postgres.mjs";
import { atEnd, beginOwn, runCommand } from "./support/processes.mjs";
import { claim } from "./support/running-record.mjs";
import { say, Trouble } from "./support/say.mjs";
import { loadSettings } from "./support/settings.mjs";
import { fill, migrate, runAttached } from "./support/steps.mjs";

await runCommand(bench);

/** Measures a server like that of `npm start`, with a database of its own, which is gone afterwards. */
async function bench() {
  const chromium = process.argv.includes("--lighthouse") ? findChromium() : null;
  const files = makeFolder("bench");
  await claim(files.running);
  await install();
  const [busy] = loadavg();
  if (busy > 0.5) say(`Something else keeps this machine busy (load ${busy.toFixed(1)}): trust ratios, not times.`);
  await build(files.buildLog);
  const cores = keepToOneCore();
  const settings = await loadSettings(files.settings);
  const postgres = await startTemporaryPostgres(settings, files);
  const measured = measure({ settings, cores, chromium });
  return Promise.race([measured, postgres.died.then((reason) => Promise.reject(reason))]);
}

/** @returns {Promise<number>} 1 when a bound is missed */
async function measure({ settings, cores, chromium }) {
  const site = await serverEnv(settings);
  const plain = await serverEnv(settings);
  say("Filling the sample community…");
  await migrate(site);
  await fill("--community", site);
  await Promise.all([start("server.ts", site), start("bench/plain-next.ts", plain)]);
  const env = { ...process.env, ...site, BENCH_SITE: site.APP_URL, BENCH_PLAIN: plain.APP_URL };
  const run = async (script, on, more) => {
    const [program, args] = on(process.execPath, ["--import", "tsx", script]);
    const { exited } = beginOwn(program, args, { env: { ...env, ...more }, stdio: ["ignore", "inherit", "inherit"] });
    return (await exited).code;
  };
  const loaded = await run("bench/run.ts", cores.onOthers);
  // Chromium paints and runs scripts in several processes; on one core its scores would be that core's.
  const scored = chromium ? await run("bench/scores.ts", cores.onAll, { CHROME_PATH: chromium }) : 0;
  return Math.max(loaded, scored);
}

function findChromium() {
  const path = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
  if (existsSync(path)) return path;
  throw new Trouble(`There is no Chromium at ${path}. Say in CHROMIUM_PATH where one is.`);
}

async function startTemporaryPostgres(settings, files) {
  let data = null;
  atEnd({ gently: async () => data && rmSync(data, { recursive: true, force: true }), atOnce: () => {} });
  const postgres = await startPostgres({
    name: "postgres-bench",
    mayMove: true,
    settings,
    settingsFile: files.settings,
    logFile: files.postgresLog,
  });
  const admin = databaseUrl(settings, "postgres");
  [{ data_directory: data }] = await query(admin, "SHOW data_directory");
  // A killed run has left its database behind.
  await query(admin, "DROP DATABASE unknot WITH (FORCE)");
  await requireDatabase(settings);
  return postgres;
}

async function serverEnv(settings) {
  const port = await findFreePort();
  return {
    NODE_ENV: "production",
    UNKNOT_MODE: "demo",
    DATABASE_URL: databaseUrl(settings),
    APP_URL: `http://127.0.0.1:${port}`,
    HOST: "127.0.0.1",
    PORT: String(port),
    AUTH_SECRET: settings.authSecret,
    LOG_LEVEL: "warn",
    SMTP_URL: "",
    MAIL_FROM: "",
    WORKER: "on",
    TRUST_PROXY: "off",
  };
}

/** Resolves when the server takes requests. */
function start(script, env) {
  const server = runAttached(script, env);
  return new Promise((resolve, reject) => {
    server.child.once("message", resolve);
    void server.exited.then(() => reject(new Trouble(`${script} has stopped before it took requests.`)));
  });
}
