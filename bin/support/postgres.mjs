import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers, requireDatabase } from "./postgres-answer.mjs";
import { findLeftover, requireCluster, spawnOptions } from "./postgres-cluster.mjs";
import { findHome } from "./postgres-home.mjs";
import { findFreePort, isFreePort } from "./ports.mjs";
import { signal, waitUntilGone } from "./process-facts.mjs";
import { atEnd, begin, checkout } from "./processes.mjs";
import { diskIsFull, lastLines, saysDiskIsFull, say, Trouble } from "./say.mjs";
import { saveSettings } from "./settings.mjs";

const maxLogBytes = 10_000_000;
/** Recovery after a power cut reads the log since the last checkpoint. */
const startMs = 120_000;

/**
 * Starts the embedded Postgres, with the database `unknot` in it, and has it stopped at the end.
 * @param {{ name: string, mayMove: boolean, settings: object, settingsFile: string, logFile: string }} options
 * @returns {Promise<{ died: Promise<Trouble> }>} `settings.postgresPort` is then the port in use
 */
export async function startPostgres(options) {
  const { settings } = options;
  const home = findHome(options);
  await requireCluster(home, settings.postgresPassword);
  const running = (await takeOver(home, options)) ?? (await startNew(home, options));
  await requireDatabase(settings);
  return running;
}

/** A killed run leaves its Postgres running. It is as good as a new one when it answers. */
async function takeOver(home, { settings, settingsFile, logFile }) {
  const left = await findLeftover(home);
  if (!left) return null;
  if (await answers({ ...settings, postgresPort: left.port })) {
    changePort(settings, settingsFile, left.port);
    stopAtEnd(left.pid, home);
    return { died: waitUntilGone(left.pid, Infinity, 1000).then(() => reasonInLog(logFile, 0)) };
  }
  say("Stopping the Postgres of an earlier run, which does not answer…");
  await stopPostgres(left.pid, home);
  await findLeftover(home);
  return null;
}

async function startNew(home, { settings, settingsFile, logFile }) {
  say("Starting Postgres…");
  if (!(await isFreePort(settings.postgresPort))) changePort(settings, settingsFile, await findFreePort());
  const logSize = sizeOf(logFile);
  const log = openSync(logFile, logSize > maxLogBytes ? "w" : "a", 0o600);
  const postgres = begin(join(home.bin, "postgres"), argumentsFor(home, settings), {
    ...spawnOptions(home),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  if (postgres.pid) stopAtEnd(postgres.pid, home);
  const died = postgres.exited.then(({ error }) => error ?? reasonInLog(logFile, logSize > maxLogBytes ? 0 : logSize));
  const reason = await Promise.race([firstAnswer(settings), died]);
  if (reason) throw reason;
  return { died };
}

function argumentsFor(home, settings) {
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: settings.postgresPort,
    log_min_messages: "warning",
    log_checkpoints: "off",
  };
  return ["-D", home.data, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

async function firstAnswer(settings) {
  const deadline = Date.now() + startMs;
  while (!(await answers(settings))) {
    if (Date.now() > deadline) return new Trouble("Postgres has not answered for two minutes. Run the command again.");
    await sleep(50);
  }
  return null;
}

function changePort(settings, settingsFile, port) {
  if (settings.postgresPort === port) return;
  settings.postgresPort = port;
  saveSettings(settingsFile, settings);
}

function stopAtEnd(pid, home) {
  atEnd({
    gently: () => stopPostgres(pid, home),
    // It then stops at once by itself and recovers at the next start.
    atOnce: () => signal(pid, "SIGQUIT"),
  });
}

async function stopPostgres(pid, home) {
  if (process.platform === "win32") {
    spawnSync(join(home.bin, "pg_ctl"), ["stop", "-D", home.data, "-m", "fast"], { stdio: "ignore" });
    return;
  }
  for (const [name, patienceMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5000],
    ["SIGKILL", 5000],
  ]) {
    signal(pid, name);
    if (await waitUntilGone(pid, patienceMs)) return;
  }
}

function reasonInLog(logFile, from) {
  const said = readFileSync(logFile).subarray(from).toString("utf8");
  if (saysDiskIsFull(said)) return new Trouble(diskIsFull);
  const place = relative(checkout, logFile);
  return new Trouble(`${lastLines(said, 5)}\nPostgres has stopped; what it said is in ${place}.`.trim());
}

function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
