import { randomBytes } from "node:crypto";
import { Client } from "pg";

type Heard = { purges: { id: string; tags: string[] }[]; comments: { thread: number; position: number }[] };

/** What other instances hear while `run` runs, in the order of the commits. A refusal of `run` is thrown on. */
export async function heardDuring(run: () => Promise<unknown>): Promise<Heard> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  const heard: Heard = { purges: [], comments: [] };
  const last = randomBytes(6).toString("hex");
  await client.connect();
  try {
    await client.query("LISTEN purge; LISTEN comments; LISTEN the_end");
    // Postgres delivers in the order of the commits, so whatever `run` announced comes before this.
    const everything = new Promise<void>((resolve) => {
      client.on("notification", ({ channel, payload = "" }) => {
        if (payload === last) resolve();
        else heard[channel === "purge" ? "purges" : "comments"].push(JSON.parse(payload));
      });
    });
    await run();
    await client.query("SELECT pg_notify('the_end', $1)", [last]);
    await everything;
    return heard;
  } finally {
    await client.end();
  }
}

/** The tags of every page that `run` put out of date. */
export async function purgedBy(run: () => Promise<unknown>): Promise<string[]> {
  return (await heardDuring(run)).purges.flatMap(({ tags }) => tags).sort();
}
