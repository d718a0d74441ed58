import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./processes.mjs";
import { lastLines, say } from "./say.mjs";

const clock = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/**
 * Runs checks, tells how each went, and counts.
 * @param {string} folder where reports and the whole output of each are kept
 * @returns a function that runs one check, with `passed` and `failed` so far
 */
export function startCounting(folder, env) {
  const sums = { passed: 0, failed: 0 };

  /**
   * @param {string} title
   * @param {string[]} args of Node
   * @param {"vitest" | "playwright"} [reporter] whose report counts the tests; without one the check is one test
   */
  async function check(title, args, reporter) {
    const started = Date.now();
    const report = join(folder, `${title.replaceAll(" ", "-")}.json`);
    rmSync(report, { force: true });
    const { code, output } = await runToEnd(
      process.execPath,
      reporter === "vitest" ? [...args, `--outputFile.json=${report}`] : args,
      {
        env: { ...process.env, ...env, ...(reporter === "playwright" ? { PLAYWRIGHT_JSON_OUTPUT_NAME: report } : {}) },
      },
    );
    writeFileSync(join(folder, `${title.replaceAll(" ", "-")}.log`), output);
    const { passed, failed } = reporter ? countOf(reporter, report) : { passed: 0, failed: 0 };
    // A run that failed without a failed test has failed all the same; and one that ran nothing has proved nothing.
    const missing = code !== 0 && failed === 0 ? 1 : 0;
    const empty = reporter && passed + failed === 0 && missing === 0 ? 1 : 0;
    const alone = !reporter && code === 0 ? 1 : 0;
    sums.passed += passed + alone;
    sums.failed += failed + missing + empty;
    const bad = failed + missing + empty > 0;
    const seconds = clock.format((Date.now() - started) / 1000);
    say(`${bad ? "failed" : "ok"}  ${title}${reporter ? `: ${passed} passed, ${failed} failed` : ""} (${seconds} s)`);
    if (bad) say(lastLines(output, 120));
  }

  return { check, sums };
}

function countOf(reporter, report) {
  try {
    const told = JSON.parse(readFileSync(report, "utf8"));
    if (reporter === "vitest") return { passed: told.numPassedTests, failed: told.numFailedTests };
    const { expected, flaky, unexpected } = told.stats;
    return { passed: expected, failed: unexpected + flaky };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
