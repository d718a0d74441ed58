import { closeDatabase, pool } from "@/db/client";
import { hold, judge } from "./bounds";
import { audit, type Scores } from "./lighthouse";
import { findSubjects, pagesOf } from "./subjects";
import { printTable, tell } from "./table";

const bounds: Scores = { performance: 95, accessibility: 100, bestPractices: 100 };
const kinds = ["performance", "accessibility", "bestPractices"] satisfies (keyof Scores)[];

tell("\nAsking Lighthouse…");
const rows: string[][] = [];
for (const [name, path] of pagesOf(await findSubjects(pool))) {
  const scores = await audit(new URL(path, process.env.BENCH_SITE));
  for (const kind of kinds) hold(`${name}: ${kind} ${scores[kind]}`, scores[kind] >= bounds[kind]);
  rows.push([name, ...kinds.map((kind) => String(scores[kind]))]);
}
printTable(["On a slow phone", "performance", "accessibility", "best practices"], rows);
await closeDatabase();
judge();
