import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";

// A setup file: it runs before the test file loads db/client, which reads the address of the database once.
const { url: clusterUrl, template } = inject("cluster");
const name = `test_${randomBytes(6).toString("hex")}`;

async function atCluster(statement: string): Promise<void> {
  const admin = new Client({ connectionString: `${clusterUrl}/postgres` });
  await admin.connect();
  await admin.query(statement).finally(() => admin.end());
}

await atCluster(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
process.env.DATABASE_URL = `${clusterUrl}/${name}`;

afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await atCluster(`DROP DATABASE ${name} WITH (FORCE)`);
});
