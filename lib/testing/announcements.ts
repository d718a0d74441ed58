import { randomBytes } from "node:crypto";
import { Client } from "pg";

type Comment = { thread: number; position: number };
type Heard = { purges: { id: string; tags: string[] }[]; comments: Comment[] };

/** What other instances hear while `run` runs, in the order of the commits. A refusal of `run` is thrown on. */
export async function heardDuring(run: () => Promise<unknown>): Promise<Heard> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  const heard: Heard = { purges: [], comments: [] };
  const last = randomBytes(6).toString("hex");
  await client.connect();
  try {
    await client.query("LISTEN purge; LISTEN the_end");
    // Postgres delivers in the order of the commits, so whatever `run` announced comes before this.
    const everything = new Promise<void>((resolve) => {
      client.on("notification", ({ payload = "" }) => {
        if (payload === last) return resolve();
        const { comment, ...purge } = JSON.parse(payload);
        heard.purges.push(purge);
        if (comment) heard.comments.push(comment);
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
