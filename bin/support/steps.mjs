import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { beginOwn, checkout, runToEnd } from "./processes.mjs";
import { diskIsFull, lastLines, say, saysDiskIsFull, Trouble } from "./say.mjs";

/** Runs one of our TypeScript files with Node. @returns {Promise<{ code: number, output: string }>} */
export function runScript(script, args, env) {
  return runToEnd(process.execPath, ["--import", "tsx", script, ...args], { env: { ...process.env, ...env } });
}

export async function migrate(env) {
  const { code, output } = await runScript("db/migrate.ts", [], env);
  if (code !== 0) throw new Trouble(output.trim() || "The database could not be brought up to date.");
}

/** @param {"--community" | "--reference"} what */
export async function fill(what, env) {
  const { code, output } = await runScript("db/seed/fill.ts", [what], env);
  if (code === 0) return;
  if (saysDiskIsFull(output)) throw new Trouble(diskIsFull);
  throw new Trouble(`${lastLines(output)}\nThe database could not be filled; the lines above say why.`);
}

/**
 * Runs the server until it ends.
 * @param {object} env its settings
 * @param {() => void} onReady called when it takes requests
 * @returns {Promise<number>} its exit code
 */
export async function serve(env, onReady) {
  const server = runAttached("server.ts", env);
  server.child.once("message", (message) => {
    if (message === "ready") onReady();
  });
  const { code } = await server.exited;
  if (code !== 0) say(`The server has stopped by itself (code ${code}).`);
  return code;
}

/** Runs one of our TypeScript files in front of the operator. It leaves with this command. */
export function runAttached(script, env) {
  const leave = pathToFileURL(join(checkout, "bin/support/leave-with-parent.mjs")).href;
  return beginOwn(process.execPath, ["--import", "tsx", "--import", leave, script], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
