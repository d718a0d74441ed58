import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { checkout, runToEnd } from "./processes.mjs";
import { diskIsFull, lastLines, say, saysDiskIsFull, Trouble } from "./say.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "db/schema",
  "db/client.ts",
  "db/columns.ts",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Builds the pages when their sources are not the ones of the last build. */
export async function build(logFile) {
  const folder = join(checkout, process.env.NEXT_DIST_DIR || ".next");
  const stampFile = join(folder, "unknot-build");
  const wanted = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  say("Building the pages (about a minute)…");
  rmSync(stampFile, { force: true });
  const { code, output } = await runToEnd(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  writeFileSync(logFile, output);
  if (code === 0) return writeFileSync(stampFile, wanted);
  if (saysDiskIsFull(output)) throw new Trouble(diskIsFull);
  throw new Trouble(
    `${lastLines(output, 40)}\nThe pages could not be built; all that was said is in ${relative(checkout, logFile)}.`,
  );
}

/** Names and contents, so that a checkout of the same files does not build again. */
function hashSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(listFiles)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(checkout, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(path) {
  const found = statSync(join(checkout, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  const names = readdirSync(join(checkout, path)).filter((name) => !name.startsWith("."));
  return names.sort().flatMap((name) => listFiles(`${path}/${name}`));
}
