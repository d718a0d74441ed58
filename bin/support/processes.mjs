import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signal } from "./process-facts.mjs";
import { complain, say } from "./say.mjs";

export const checkout = join(import.meta.dirname, "../..");

const keptOutputBytes = 256 * 1024;
/** The server lets requests finish for 10 s, then its jobs. */
const patienceMs = 16_000;
const children = new Set();
const closers = [];
let ending = null;
let noteChildren = () => {};

/** Thrown at whoever wants to begin something while everything is being stopped. */
export class Stopping extends Error {}

/** @param {(pids: number[]) => void} note called whenever a process begins or ends */
export function onChildrenChange(note) {
  noteChildren = note;
}

/** Each child leads its own group: a Ctrl-C of the terminal reaches the command alone, which stops them in order. */
export function begin(program, args, options = {}) {
  if (ending) throw new Stopping();
  const child = spawn(program, args, {
    cwd: checkout,
    detached: process.platform !== "win32",
    windowsHide: true,
    ...options,
  });
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, error }));
    child.once("exit", (code, name) => resolve({ code: code ?? 128 + constants.signals[name] }));
  });
  return { child, pid: child.pid, exited };
}

/** Like `begin`, and stopped at the end before everything that `atEnd` closes. */
export function beginOwn(program, args, options) {
  const running = begin(program, args, options);
  children.add(running);
  noteChildren(ownPids());
  void running.exited.then(() => {
    children.delete(running);
    if (!ending) noteChildren(ownPids());
  });
  return running;
}

/** Runs a program to its end. @returns {Promise<{ code: number, output: string }>} the end of what it wrote */
export async function runToEnd(program, args, options = {}) {
  const running = beginOwn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [running.child.stdout, running.child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => (output = (output + text).slice(-keptOutputBytes)));
  }
  const { code, error } = await running.exited;
  if (ending) throw new Stopping();
  if (error) throw error;
  return { code, output };
}

/** @param {{ gently: () => Promise<void>, atOnce: () => void }} closer the latest is closed first */
export function atEnd(closer) {
  closers.unshift(closer);
}

/** @param {() => void} lastWord said when everything else is silent */
function end(code, lastWord = () => {}) {
  if (!ending) {
    ending = stopAll().then(() => {
      lastWord();
      process.exit(code);
    });
  }
  return ending;
}

async function stopAll() {
  await Promise.all([...children].map(stop));
  for (const closer of closers) await closer.gently().catch(complain);
}

async function stop(running) {
  if (!running.pid) return;
  signal(running.pid, "SIGTERM");
  await Promise.race([running.exited, sleep(patienceMs, undefined, { ref: false })]);
  killGroup(running.pid);
}

export function killGroup(pid) {
  signal(process.platform === "win32" ? pid : -pid, "SIGKILL");
}

function ownPids() {
  return [...children].flatMap(({ pid }) => pid ?? []);
}

/** Runs a command until it ends or is told to stop; the process ends with it. */
export async function runCommand(main) {
  let toldAt = 0;
  const told = () => {
    // npm passes on the Ctrl-C that the terminal has sent us already; that is not a second one.
    if (toldAt && Date.now() - toldAt < 700) return;
    if (toldAt) return endAtOnce();
    toldAt = Date.now();
    if (!ending) say("Stopping…");
    void end(0);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, told);
  // A closed terminal must not keep us from stopping what we started.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await end(await main());
  } catch (error) {
    await end(1, () => complain(error));
  }
}

function endAtOnce() {
  for (const pid of ownPids()) killGroup(pid);
  for (const closer of closers) closer.atOnce();
  process.exit(130);
}
