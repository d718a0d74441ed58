import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, exists, isAlive, listProcessesIn, signal, waitUntilGone } from "./process-facts.mjs";
import { runToEnd } from "./processes.mjs";
import { diskIsFull, lastLines, saysDiskIsFull, Trouble } from "./say.mjs";

/** Makes the data directory when there is none yet: under another name first, so that a kill leaves nothing half made. */
export async function requireCluster(home, password) {
  if (existsSync(join(home.data, "PG_VERSION"))) return requireSameVersion(home);
  const made = `${home.data}.new`;
  const passwordFile = `${home.data}.password`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const path of [made, passwordFile]) give(path, home.user);
    await initialise(home, made, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(made, home.data);
}

async function initialise(home, data, passwordFile) {
  const args = ["-D", data, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8"];
  const run = (locale) =>
    runToEnd(join(home.bin, "initdb"), [...args, `--locale=${locale}`, "--lc-messages=C"], spawnOptions(home));
  let result = await run("C.UTF-8");
  if (/invalid locale name/.test(result.output)) result = await run("C");
  if (result.code === 0) return;
  if (saysDiskIsFull(result.output)) throw new Trouble(diskIsFull);
  throw new Trouble(`${lastLines(result.output)}\nPostgres could not make its data directory ${home.data}.`);
}

/** Settings of a Postgres elsewhere (PGDATA, PGOPTIONS…) must not reach this one; its messages are read in English. */
export function spawnOptions(home) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { env: { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" }, cwd: join(home.data, ".."), ...home.user };
}

function give(path, { uid, gid }) {
  if (uid !== undefined) chownSync(path, uid, gid);
  else chmodSync(path, path.endsWith(".password") ? 0o600 : 0o700);
}

function requireSameVersion({ data, version }) {
  const had = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const have = version.split(".")[0];
  if (had === have) return;
  throw new Trouble(
    `${data} was made by Postgres ${had}, and this is Postgres ${have}. Move the data over with pg_dump and pg_restore, or move the folder away to begin anew.`,
  );
}

/**
 * The Postgres that a killed run has left behind in this data directory.
 * @returns {Promise<{ pid: number, port: number } | null>}
 */
export async function findLeftover({ data }) {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (pid > 0 && isAlive(pid) && isPostgresOf(pid, data)) return { pid, port: Number(lines[3]) };
  await waitForOrphans(data);
  // Postgres sees by itself that a process is gone, but takes a stranger or an uncollected dead one for a living Postgres.
  if (exists(pid)) rmSync(file, { force: true });
  return null;
}

/** Without its postmaster a backend leaves, but only after its statement; until then nobody else may open the data. */
async function waitForOrphans(data) {
  for (const pid of listProcessesIn(data)) {
    if (!(await waitUntilGone(pid, 10_000))) signal(pid, "SIGKILL");
  }
}

function isPostgresOf(pid, data) {
  const line = commandLine(pid);
  return line.includes("postgres") && line.includes(data);
}
