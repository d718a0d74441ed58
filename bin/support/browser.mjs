import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { runToEnd } from "./processes.mjs";
import { say, Trouble } from "./say.mjs";

/** The shell without windows first: it opens a context in a fifth of the time. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const packages = ["chromium-headless-shell", "chromium"];

/**
 * Finds a Chromium for the browser tests: the one that is installed, else Playwright's own, else the system's package.
 * @returns {Promise<string>} its path, or "" for Playwright's own
 */
export async function findBrowser() {
  const found = process.env.CHROMIUM_PATH || onPath();
  if (found) return found;
  say("Fetching a browser for the tests…");
  if (await playwrightHasOne()) return "";
  await installPackage();
  const installed = onPath();
  if (installed) return installed;
  throw new Trouble("There is no Chromium, and none could be installed. Install one, or name it with CHROMIUM_PATH.");
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Does nothing when it is there already. */
async function playwrightHasOne() {
  const program = "node_modules/@playwright/test/cli.js";
  const { code } = await runToEnd(process.execPath, [program, "install", "--with-deps", "--only-shell", "chromium"], {
    timeout: 240_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
  });
  return code === 0;
}

/** As root, or by sudo where that asks for no password. */
async function installPackage() {
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const run = (command) => runToEnd(command[0], command.slice(1), { timeout: 300_000 }).catch(() => ({ code: 1 }));
  await run([...prefix, "apt-get", "update"]);
  for (const name of packages) {
    const { code } = await run([...prefix, "apt-get", "install", "-y", "--no-install-recommends", name]);
    if (code === 0) return;
  }
}
