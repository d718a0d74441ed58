import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type Scores = { performance: number; accessibility: number; bestPractices: number };

const program = fileURLToPath(import.meta.resolve("lighthouse/cli/index.js"));
const auditMs = 120_000;

/** What Lighthouse says of a page on a slow phone with a slow network, from 0 to 100. It runs the Chromium of CHROME_PATH. */
export async function audit(page: URL): Promise<Scores> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      program,
      page.href,
      "--quiet",
      "--output=json",
      "--only-categories=performance,accessibility,best-practices",
      "--chrome-flags=--headless --no-sandbox",
    ],
    { timeout: auditMs, maxBuffer: 50_000_000 },
  );
  const { categories } = JSON.parse(stdout) as { categories: Record<string, { score: number | null }> };
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
  };
}
