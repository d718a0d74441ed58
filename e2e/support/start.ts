import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { Client } from "pg";
import startCluster from "@/lib/testing/cluster";
import { freePort } from "./port";

const run = promisify(execFile);
const checkout = join(import.meta.dirname, "../..");
const startMs = 60_000;

/** The community that all browser tests visit: its own Postgres, the sample people, the production build. */
export default async function start(): Promise<() => Promise<void>> {
  const port = await freePort();
  const building = build();
  const database = await startDatabase();
  try {
    // The tests mint their rows and sessions in the same database, through db/client.
    process.env.DATABASE_URL = database.url;
    process.env.E2E_URL = `http://localhost:${port}`;
    // The seals of testimonials are made with the secret, by the server and by the tests alike.
    process.env.APP_URL = process.env.E2E_URL;
    process.env.UNKNOT_MODE = "demo";
    process.env.AUTH_SECRET = randomBytes(33).toString("base64");
    await node(["--import", "tsx", "db/seed/fill.ts", "--community"]);
    await building;
    const stopServer = await startServer(port);
    const stop = async () => {
      await stopServer();
      await database.stop();
    };
    // Playwright itself only hears Ctrl-C; a run that is told to end otherwise must not leave its Postgres behind.
    for (const signal of ["SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => void stop().finally(() => process.exit(1)));
    }
    return stop;
  } catch (error) {
    await building.catch(() => {});
    await database.stop();
    throw error;
  }
}

/** Does nothing when the build is the one of the sources as they are. */
async function build(): Promise<void> {
  const logs = join(checkout, ".data/e2e");
  mkdirSync(logs, { recursive: true });
  const builder = pathToFileURL(join(checkout, "bin/support/build.mjs")).href;
  const script = `const { build } = await import(${JSON.stringify(builder)}); await build(process.argv[1]);`;
  await node(["--input-type=module", "--eval", script, join(logs, "build.log")]);
}

async function startDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  let cluster = { url: "", template: "" };
  const project = { provide: (_name: string, made: typeof cluster) => (cluster = made) };
  const stop = await startCluster(project as unknown as TestProject);
  const admin = new Client({ connectionString: `${cluster.url}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE unknot_e2e TEMPLATE ${cluster.template}`).finally(() => admin.end());
  return { url: `${cluster.url}/unknot_e2e`, stop };
}

async function startServer(port: number): Promise<() => Promise<void>> {
  const leave = pathToFileURL(join(checkout, "bin/support/leave-with-parent.mjs")).href;
  const server = spawn(process.execPath, ["--import", "tsx", "--import", leave, "server.ts"], {
    cwd: checkout,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      HOST: "127.0.0.1",
      PORT: String(port),
      LOG_LEVEL: "warn",
      SMTP_URL: "",
      MAIL_FROM: "",
      WORKER: "on",
      TRUST_PROXY: "off",
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(server, "exit");
  const late = AbortSignal.timeout(startMs);
  const ready = once(server, "message", { signal: late });
  await Promise.race([ready, exited.then(() => Promise.reject(new Error("The server did not start; see above.")))]);
  return async () => {
    server.kill("SIGTERM");
    await exited;
  };
}

async function node(args: string[]): Promise<void> {
  await run(process.execPath, args, { cwd: checkout, maxBuffer: 10_000_000 });
}
