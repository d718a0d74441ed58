import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import type { TestProject } from "vitest/node";

const run = promisify(execFile);
const checkout = join(import.meta.dirname, "../..");
const template = "unknot_community";

/**
 * What the tests of whole servers stand on, after `cluster.ts`: the production build, made if there is none, and the
 * sample community as the database that every test file gets a copy of.
 */
export default async function setUp(project: TestProject): Promise<void> {
  const { url, template: migrated } = project.getProvidedContext().cluster;
  const admin = new Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template} TEMPLATE ${migrated} STRATEGY file_copy`).finally(() => admin.end());
  const secret = { AUTH_SECRET: project.config.env.AUTH_SECRET ?? "" };
  const filled = { DATABASE_URL: `${url}/${template}`, ...secret };
  const filling = node(["--import", "tsx", "db/seed/fill.ts", "--community"], filled);
  await Promise.all([filling, build()]);
  project.provide("cluster", { url, template });
}

async function build(): Promise<void> {
  if (existsSync(join(checkout, process.env.NEXT_DIST_DIR ?? ".next", "BUILD_ID"))) return;
  await node(["node_modules/next/dist/bin/next", "build"], { NEXT_TELEMETRY_DISABLED: "1" });
}

async function node(args: string[], env: Record<string, string>): Promise<void> {
  const asInProduction = {
    NODE_ENV: "production" as const,
    UNKNOT_MODE: "demo",
    APP_URL: "http://localhost:3000",
    ...env,
  };
  await run(process.execPath, args, {
    cwd: checkout,
    env: { ...process.env, ...asInProduction },
    maxBuffer: 50_000_000,
  });
}
