import { pool } from "@/db/client";

type Asked = { text: string; parameters: unknown[] };

/** One step of a plan, as EXPLAIN (FORMAT JSON) writes it. */
type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Sort Key"?: string[];
  Plans?: Node[];
};

/** What a query does: the tables that it reads from end to end, and the most rows that it sorts and reads. */
export type Plan = { text: string; scanned: string[]; mostSorted: number; mostRead: number };

/** How Postgres carries out every query that `run` sends. */
export async function plansOf(run: () => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const asked of await askedBy(run)) {
    if (!/^\s*(SELECT|WITH)\b/i.test(asked.text)) continue;
    const [row] = await pool.unsafe(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${asked.text}`,
      asked.parameters as never[],
    );
    const nodes = nodesOf(row?.["QUERY PLAN"][0].Plan as Node);
    const rowsOf = (node: Node) => Math.round((node["Actual Rows"] ?? 0) * (node["Actual Loops"] ?? 1));
    plans.push({
      text: asked.text,
      scanned: nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"] ?? ""),
      mostSorted: most(
        nodes.filter((node) => /Sort/.test(node["Node Type"])).flatMap(({ Plans = [] }) => Plans.map(rowsOf)),
      ),
      mostRead: most(nodes.map((node) => rowsOf(node) + (node["Rows Removed by Filter"] ?? 0))),
    });
  }
  return plans;
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

function most(numbers: number[]): number {
  return Math.max(0, ...numbers);
}
