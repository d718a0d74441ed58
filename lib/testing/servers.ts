import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const checkout = join(import.meta.dirname, "../..");
const leaveWithParent = pathToFileURL(join(checkout, "bin/support/leave-with-parent.mjs")).href;
const startMs = 60_000;
const stopMs = 20_000;

export type Question = {
  method?: string;
  headers?: Record<string, string | string[]>;
  cookies?: Record<string, string>;
  body?: Buffer | string;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** A server process of the production build, as `npm start` runs it. */
export type Server = {
  origin: string;
  /** Sends exactly this path, also one that no browser would send. */
  ask: (path: string, question?: Question) => Promise<Answer>;
  /** One figure of `/metrics`, by its name and labels. */
  metric: (name: string) => Promise<number>;
  stop: () => Promise<void>;
};

/**
 * Starts a server and waits until it is ready.
 * @param settings win over the usual ones; the database is the one of the test file
 * @throws Error with what the process said if it ends before it is ready
 */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const usual = {
    NODE_ENV: "production" as const,
    UNKNOT_MODE: "demo",
    APP_URL: origin,
    HOST: "127.0.0.1",
    PORT: String(port),
    WORKER: "off",
    LOG_LEVEL: "warn",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const child = spawn(process.execPath, ["--import", "tsx", "--import", leaveWithParent, "server.ts"], {
    cwd: checkout,
    env: { ...process.env, ...usual, ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-20_000)));
  }
  const exited = once(child, "exit");
  const signal = AbortSignal.timeout(startMs);
  const first = await Promise.race([once(child, "message", { signal }).catch(() => null), exited.then(() => null)]);
  if (!first) {
    child.kill("SIGKILL");
    throw new Error(`The server did not start.\n${said}`);
  }
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const ask: Server["ask"] = (path, question) => send({ port, agent, path, ...question });
  return {
    origin,
    ask,
    metric: async (name) => figureIn((await ask("/metrics")).body, name),
    stop: async () => {
      agent.destroy();
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), stopMs);
      await exited;
      clearTimeout(late);
    },
  };
}

type Sent = Question & { port: number; agent: Agent; path: string };

function send({ port, agent, path, method = "GET", headers, cookies, body }: Sent): Promise<Answer> {
  const cookie = Object.entries(cookies ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: "127.0.0.1",
      port,
      agent,
      path,
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }),
        ...headers,
      },
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode = 0, headers: answered } = response;
        resolve({ status: statusCode, headers: answered, body: Buffer.concat(chunks).toString() });
      });
    });
    request.end(body);
  });
}

function figureIn(metrics: string, name: string): number {
  const line = metrics.split("\n").find((each) => each.startsWith(`${name} `));
  if (!line) throw new Error(`There is no ${name} in /metrics.`);
  return Number(line.slice(name.length + 1));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
