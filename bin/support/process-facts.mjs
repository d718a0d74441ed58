import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether there is such a process, be it only a dead one that nobody has collected. */
export function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

export function isAlive(pid) {
  return exists(pid) && !isZombie(pid);
}

/** In a container nobody may collect a dead orphan; it is not alive for that. */
function isZombie(pid) {
  return process.platform === "linux" && statFields(pid)?.[0] === "Z";
}

/**
 * When the process began, in the system's own notation. With its id it names one process for good: ids come again.
 * @returns {string | null} null when there is no such process or the system does not tell
 */
export function bornAt(pid) {
  if (process.platform === "linux") return statFields(pid)?.[19] ?? null;
  return ps(pid, "lstart=");
}

export function commandLine(pid) {
  if (process.platform === "linux") return read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() ?? "";
  return ps(pid, "command=") ?? "";
}

/** @returns {number[]} the processes whose working directory this is; none where the system does not tell */
export function listProcessesIn(folder) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && workingDirectory(pid) === folder);
}

function workingDirectory(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** @returns {Promise<boolean>} whether the process was gone in time */
export async function waitUntilGone(pid, patienceMs, pauseMs = 50) {
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(pauseMs);
  }
  return true;
}

/** Sends a signal; a process that is gone already is no failure. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** The fields of /proc/PID/stat from the third (state) on: the second may hold spaces and brackets. */
function statFields(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function ps(pid, column) {
  try {
    return execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim() || null;
  } catch {
    return null;
  }
}
