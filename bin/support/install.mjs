import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { linkLibraries } from "./postgres-package.mjs";
import { checkout, runToEnd } from "./processes.mjs";
import { diskIsFull, lastLines, say, saysDiskIsFull, Trouble } from "./say.mjs";

const lockFile = join(checkout, "package-lock.json");
const stampFile = join(checkout, "node_modules/.unknot-lock");

/** Installs what package-lock.json names, when that is not what stands in node_modules. */
export async function install() {
  const wanted = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (read(stampFile) !== wanted) {
    if (!isInstalledByHand()) await installAll();
    writeFileSync(stampFile, wanted);
  }
  linkLibraries();
}

async function installAll() {
  say("Installing (about a minute)…");
  const [program, ...first] = npm();
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await runToEnd(program, args, { shell: program === "npm.cmd" });
  if (code === 0) return;
  if (saysDiskIsFull(output)) throw new Trouble(diskIsFull);
  if (/EACCES|EROFS/.test(output)) {
    throw new Trouble("This user may not write node_modules. Run the command as the owner of this folder.");
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) {
    throw new Trouble("The npm registry did not answer. Check the network, then run the command again.");
  }
  throw new Trouble(`${lastLines(output)}\nnpm could not install the dependencies; the lines above are what it said.`);
}

/** The npm that runs us, when it is npm, so that its version and settings stay the same. */
function npm() {
  const running = process.env.npm_execpath;
  if (running && basename(running) === "npm-cli.js") return [process.execPath, running];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** Whether somebody ran `npm ci` or `npm install` themselves: npm writes down what it has put into node_modules. */
function isInstalledByHand() {
  const noted = read(join(checkout, "node_modules/.package-lock.json"));
  if (existsSync(stampFile) || !noted) return false;
  const installed = JSON.parse(noted).packages;
  const wanted = Object.entries(JSON.parse(read(lockFile)).packages);
  return wanted.every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || installed[path]?.version === version,
  );
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
