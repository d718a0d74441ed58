import { createServer } from "node:http";
import next from "next";
import { closeDatabase, pool } from "@/db/client";
import { findReader } from "@/lib/follows/queries";
import { startWorker } from "@/lib/jobs/worker";
import { listOpenSessions } from "@/lib/members/queries";
import { countUnread, noteReading } from "@/lib/notifications/queries";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { renewSession, sessionSeconds } from "@/lib/platform/session";
import { Counts } from "@/lib/serving/counts";
import { Front } from "@/lib/serving/front";
import { Live } from "@/lib/serving/live";
import { PageCache } from "@/lib/serving/page-cache";
import { Purges } from "@/lib/serving/purges";
import { getNewestPosition } from "@/lib/threads/queries";

const settings = env();
const development = settings.NODE_ENV === "development";
/** Requests under way when the process is told to stop have this long to finish. */
const farewellMs = 10_000;

const cache = new PageCache({ maxBytes: settings.PAGE_CACHE_BYTES });
const live = new Live();
const counts = new Counts({ countUnread, listOpenSessions });
const purges = new Purges({
  connectionString: settings.DATABASE_URL,
  cache,
  onComment: (thread, position) => live.announce(thread, position),
  onHeard: (members) => counts.heard(members),
});
let stopping = false;

const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 30_000 });
const app = next({ dev: development, dir: import.meta.dirname, httpServer: server, quiet: !development });
await app.prepare();
await purges.start();

const front = new Front({
  handler: app.getRequestHandler(),
  cache,
  purges,
  live,
  counts,
  appUrl: new URL(settings.APP_URL),
  development,
  trustProxy: settings.TRUST_PROXY === "on",
  metricsToken: settings.METRICS_TOKEN,
  findReader,
  renewSession,
  sessionSeconds,
  noteReading,
  getNewestPosition,
  databaseAnswers,
  isReady: () => !stopping,
});
server.on("request", (request, response) => void front.handle(request, response));

const worker = settings.WORKER === "on" ? await startWorker() : null;

server.once("error", (error: NodeJS.ErrnoException) => {
  const taken =
    error.code === "EADDRINUSE" ? `Port ${settings.PORT} is taken. Set PORT to another one.` : error.message;
  process.stderr.write(`${taken}\n`);
  process.exit(1);
});
server.listen(settings.PORT, settings.HOST, () => {
  log.info({ address: settings.APP_URL, worker: settings.WORKER }, "ready");
  // Tells the command that started this process, if one did.
  process.send?.("ready");
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());

async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2000, false).unref());
  const answer = pool`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]);
}

/** Takes nothing new, lets what is under way finish, and leaves no job locked. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), farewellMs + 5000).unref();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  live.stop();
  counts.stop();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), farewellMs).unref();
  await closed;
  await worker?.stop();
  await purges.stop();
  await closeDatabase();
  process.exit(0);
}
