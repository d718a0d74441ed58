import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "./client";
import { members } from "./schema";

it("lets Postgres keep the plans of queries, in a transaction and whatever way they are written", async () => {
  await db.transaction(async (tx) => {
    for (const id of [1, 2, 3]) {
      await tx.select({ handle: members.handle }).from(members).where(eq(members.id, id));
      await tx.execute(sql`SELECT handle FROM members WHERE id = ${id} AND kind = 'persona'`);
    }
    const kept = await tx.execute<{ uses: number }>(sql`
      SELECT (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements
      WHERE statement ILIKE '%handle%from%members%' AND statement NOT LIKE '%pg_prepared%'`);
    expect(kept.map(({ uses }) => uses)).toEqual([3, 3]);
  });
});

it("asks for no helpers, which take longer to start than pages take to ask", async () => {
  expect(await db.execute(sql`SHOW max_parallel_workers_per_gather`)).toMatchObject([
    { max_parallel_workers_per_gather: "0" },
  ]);
});
