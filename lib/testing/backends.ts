import { Client } from "pg";

/**
 * Whoever looks after the database of this test file, from outside of it: the connections of servers end here, stop
 * here, and are let in or not.
 */
export async function asOperator<T>(run: (operator: Operator) => Promise<T>): Promise<T> {
  const address = new URL(process.env.DATABASE_URL ?? "");
  const database = address.pathname.slice(1);
  address.pathname = "/postgres";
  const client = new Client({ connectionString: address.href });
  await client.connect();
  try {
    return await run(operatorOf(client, database));
  } finally {
    await client.end();
  }
}

export type Operator = ReturnType<typeof operatorOf>;

function operatorOf(client: Client, database: string) {
  const pids = async (where: string): Promise<number[]> => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND ${where} ORDER BY backend_start`,
      [database],
    );
    return rows.map(({ pid }) => pid);
  };
  return {
    listeners: () => pids("application_name = 'unknot listen'"),
    everybody: () => pids("true"),
    /** Ends connections and waits until they are gone. */
    end: async (ended: number[]) => {
      await client.query("SELECT pg_terminate_backend(pid, 5000) FROM unnest($1::int[]) pid", [ended]);
    },
    let: (who: "everybody in" | "nobody in") =>
      client.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS ${who === "everybody in"}`),
  };
}
