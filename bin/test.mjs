import "./support/node-check.mjs";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./support/browser.mjs";
import { build } from "./support/build.mjs";
import { startCounting } from "./support/checks.mjs";
import { install } from "./support/install.mjs";
import { checkout, runCommand } from "./support/processes.mjs";
import { say } from "./support/say.mjs";

await runCommand(test);

/** Installs what is missing, then checks everything that there is to check. The last line says how it went. */
async function test() {
  const folder = join(checkout, ".data/test");
  mkdirSync(folder, { recursive: true });
  await install();
  const browser = await findBrowser();
  await build(join(folder, "build.log"));
  const { check, sums } = startCounting(folder, {
    CHROMIUM_PATH: browser,
    FORCE_COLOR: "0",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  const module = (path) => join("node_modules", path);

  const folders = ["app", "components", "lib", "db", "server.ts"];
  const cruise = ["--config", ".dependency-cruiser.cjs", "--output-type", "err-long"];
  // Each of these keeps one core busy. The longest is first.
  await inPairs(check, [
    ["lint", [module("eslint/bin/eslint.js"), "."]],
    ["types", [module("typescript/bin/tsc"), "--noEmit"]],
    ["format", [module("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."]],
    ["folders", [module("dependency-cruiser/bin/dependency-cruise.mjs"), ...folders, ...cruise]],
    ["unused", [module("knip/bin/knip.js")]],
  ]);
  const vitest = [module("vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", "--project"];
  await check("unit tests", [...vitest, "unit"], "vitest");
  await check("database tests", [...vitest, "database"], "vitest");
  await check("system tests", [...vitest, "system"], "vitest");
  await check("browser tests", [module("@playwright/test/cli.js"), "test", "--reporter=list,json"], "playwright");

  say(`${sums.passed} passed, ${sums.failed} failed`);
  return sums.failed > 0 ? 1 : 0;
}

/** Two checks at a time; each says how it went when it is done. */
async function inPairs(check, checks) {
  const waiting = [...checks];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next);
  };
  await Promise.all([lane(), lane()]);
}
