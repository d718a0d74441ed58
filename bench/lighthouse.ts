import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type Scores = { performance: number; accessibility: number; bestPractices: number };
type Report = { categories: Record<string, { score: number | null }> };

const program = fileURLToPath(import.meta.resolve("lighthouse/cli/index.js"));
const auditMs = 120_000;

/** One run depends on what else the machine does just then. */
const runs = 5;

/**
 * What Lighthouse says of a page on a slow phone with a slow network, from 0 to 100: the median of `runs`, as its makers
 * advise. It runs the Chromium of CHROME_PATH.
 * @throws Error when it could not measure the page, twice: a browser that starts too slowly is no score
 */
export async function audit(page: URL): Promise<Scores> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await ask(page).catch(() => ask(page)));
  const score = (name: string) => {
    const scores = reports.map(({ categories }) => categories[name]?.score ?? 0).sort((a, b) => a - b);
    return Math.round((scores[(runs - 1) / 2] ?? 0) * 100);
  };
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
  };
}

async function ask(page: URL): Promise<Report> {
  const options = [
    "--quiet",
    "--output=json",
    "--only-categories=performance,accessibility,best-practices",
    "--chrome-flags=--headless --no-sandbox",
  ];
  const asked = promisify(execFile)(process.execPath, [program, page.href, ...options], {
    timeout: auditMs,
    maxBuffer: 50_000_000,
  });
  // Its own message holds the whole report.
  const { stdout } = await asked.catch(({ stderr }: { stderr: string }) => {
    throw new Error(`Lighthouse could not measure ${page.pathname}: ${stderr.trim().split("\n").at(-1)}`);
  });
  return JSON.parse(stdout) as Report;
}
