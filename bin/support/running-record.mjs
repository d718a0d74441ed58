import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { bornAt, isAlive, signal, waitUntilGone } from "./process-facts.mjs";
import { atEnd, killGroup, onChildrenChange } from "./processes.mjs";
import { Trouble } from "./say.mjs";

/**
 * Lets one command at a time work in a folder, and stops what a killed one has left behind.
 * @param {string} file where the running command is written down
 * @throws Trouble when another one is running
 */
export async function claim(file) {
  const before = read(file);
  if (before && isSame(before.command)) {
    throw new Trouble(
      `This checkout's community is running already (process ${before.command.pid}). Stop that one first.`,
    );
  }
  if (before) await Promise.all(before.children.filter(isSame).map(stopLeftover));
  rmSync(file, { force: true });
  const record = { command: identify(process.pid), children: [] };
  write(file, record, "wx");
  onChildrenChange((pids) => write(file, { ...record, children: pids.map(identify) }));
  atEnd({ gently: async () => rmSync(file, { force: true }), atOnce: () => {} });
}

async function stopLeftover({ pid }) {
  signal(pid, "SIGTERM");
  await waitUntilGone(pid, 16_000);
  killGroup(pid);
}

function identify(pid) {
  return { pid, bornAt: bornAt(pid) };
}

function isSame({ pid, bornAt: then }) {
  return then !== null && isAlive(pid) && bornAt(pid) === then;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    // A kill or a full disk in the middle of writing leaves half a file.
    if (error.code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}

function write(file, record, flag = "w") {
  try {
    writeFileSync(file, JSON.stringify(record), { mode: 0o600, flag });
  } catch (error) {
    if (error.code === "EEXIST")
      throw new Trouble("Another command has just begun in this checkout. Stop that one first.");
    throw error;
  }
}
