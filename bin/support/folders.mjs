import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./processes.mjs";

/** Makes `.data/<name>` for settings and logs, which are nobody else's business. */
export function makeFolder(name) {
  const folder = join(checkout, ".data", name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    settings: join(folder, "settings.json"),
    running: join(folder, "running.json"),
    postgresLog: join(folder, "postgres.log"),
    buildLog: join(folder, "build.log"),
  };
}
