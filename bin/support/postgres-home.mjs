import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { findPostgres } from "./postgres-package.mjs";
import { checkout } from "./processes.mjs";
import { say, Trouble } from "./say.mjs";

/**
 * Where a cluster lives, which programs run it and as whom. Postgres refuses to run as root.
 * @param {{ name: string, mayMove: boolean }} wish `mayMove`: the data may live in /var/tmp, which systems clean up
 * @returns {{ data: string, bin: string, version: string, user: { uid?: number, gid?: number } }}
 */
export function findHome({ name, mayMove }) {
  const { native, version } = findPostgres();
  const data = join(checkout, ".data", name);
  mkdirSync(dirname(data), { recursive: true });
  if (process.getuid?.() !== 0) return { data, bin: join(native, "bin"), version, user: {} };
  const user = findUser(data);
  if (statSync(dirname(data)).uid === 0) chmodSync(dirname(data), 0o711);
  if (mayReach(dirname(data), user) && mayReach(join(native, "bin/postgres"), user)) {
    return { data, bin: join(native, "bin"), version, user };
  }
  if (!mayMove) {
    throw new Trouble(
      `Postgres does not run as root, and other users may not enter ${checkout}. Move the checkout (to /srv, for example), run the command as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const elsewhere = makeFolderElsewhere();
  say(`Postgres does not run as root, and other users may not enter this folder, so its data go to ${elsewhere}.`);
  const moved = join(elsewhere, name);
  return { data: moved, bin: join(copyPrograms(native, version, elsewhere), "bin"), version, user: findUser(moved) };
}

/** Whoever has the data or their folder already, so that root may run what an ordinary user began; otherwise nobody. */
function findUser(data) {
  for (const path of [data, dirname(data)]) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  }
  const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8", stdio: "pipe" }));
  return { uid: id("-u"), gid: id("-g") };
}

function mayReach(path, user) {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  const mayEnter = ((mode >> shift) & 1) === 1;
  return mayEnter && (dirname(path) === path || mayReach(dirname(path), user));
}

/** The name can be guessed and anybody may write beside it, so a folder that is not root's own is not used. */
function makeFolderElsewhere() {
  const folder = `/var/tmp/unknot-${createHash("sha256").update(checkout).digest("hex").slice(0, 12)}`;
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o711 });
    chmodSync(folder, 0o711);
  }
  const { uid, mode } = lstatSync(folder);
  if (uid !== 0 || !lstatSync(folder).isDirectory() || (mode & 0o022) !== 0) {
    throw new Trouble(`${folder} belongs to somebody else. Remove it, or run the command as an ordinary user.`);
  }
  return folder;
}

function copyPrograms(native, version, folder) {
  const copy = join(folder, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const part = `${copy}.part`;
  rmSync(part, { recursive: true, force: true });
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  openToAll(part);
  renameSync(part, copy);
  return copy;
}

function openToAll(path) {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
