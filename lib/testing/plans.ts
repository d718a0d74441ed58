import { pool } from "@/db/client";

type Asked = { text: string; parameters: unknown[] };

/** One step of a plan, as EXPLAIN (FORMAT JSON) writes it. */
type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  Plans?: Node[];
};

/** What a query does: the tables that it reads from end to end, and the most rows that it sorts at once. */
type Plan = { text: string; scanned: string[]; mostSorted: number };

/** How Postgres carries out every query that `run` sends, with the values that were sent. */
export async function plansOf(run: () => Promise<unknown>): Promise<Plan[]> {
  return explained(run, "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON)", true);
}

/** How Postgres would carry them out for any values; nothing is counted. */
export async function genericPlansOf(run: () => Promise<unknown>): Promise<Plan[]> {
  return explained(run, "EXPLAIN (GENERIC_PLAN, FORMAT JSON)", false);
}

async function explained(run: () => Promise<unknown>, explain: string, bind: boolean): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { text, parameters } of await askedBy(run)) {
    if (!/^\s*(SELECT|WITH)\b/i.test(text)) continue;
    // The driver's own, when two queries at once need a second connection.
    if (text.includes("from pg_catalog.pg_type")) continue;
    const [row] = await pool.unsafe(`${explain} ${text}`, bind ? (parameters as never[]) : []);
    const nodes = nodesOf(row?.["QUERY PLAN"][0].Plan as Node);
    const scans = nodes.filter((node) => node["Node Type"] === "Seq Scan");
    const sorts = nodes.filter((node) => node["Node Type"].includes("Sort"));
    plans.push({
      text,
      scanned: scans.map((node) => node["Relation Name"] ?? ""),
      mostSorted: Math.max(0, ...sorts.flatMap(({ Plans = [] }) => Plans.map(rowsOf))),
    });
  }
  return plans;
}

function rowsOf(node: Node): number {
  return Math.round((node["Actual Rows"] ?? 0) * (node["Actual Loops"] ?? 1));
}

/** postgres.js tells its `debug` option about every query with what was bound to it. */
async function askedBy(run: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const options = pool.options as { debug: unknown };
  options.debug = (_connection: number, text: string, parameters: unknown[]) => asked.push({ text, parameters });
  try {
    await run();
  } finally {
    options.debug = false;
  }
  return asked;
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
