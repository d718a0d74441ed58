import { Agent, request, type OutgoingHttpHeaders } from "node:http";

/** One request of a load run. */
export type Shot = { path: string; headers: OutgoingHttpHeaders; body?: Buffer };

export type Load = {
  /** Where the server listens, like `http://127.0.0.1:3000`. */
  origin: string;
  requests: number;
  /** Requests under way at any moment, each on a connection that stays open. */
  concurrency: number;
  shot: (number: number) => Shot;
  /** The only status that counts as an answer. */
  status: number;
};

/** What a run came to; times in milliseconds, from the request's first byte to the answer's last. */
export type Outcome = { perSecond: number; p50: number; p95: number; p99: number };

const answerMs = 15_000;
/** A run that takes longer sends nothing more, and its numbers are those of what was answered by then. */
const runMs = 180_000;

/**
 * Sends requests until all are answered or the time is up.
 * @throws Error when an answer has another status or does not come
 */
export async function run({ origin, requests, concurrency, shot, status }: Load): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  async function sendOneAfterAnother(): Promise<void> {
    while (next < requests && performance.now() - startedAt < runMs) {
      const { path, headers, body } = shot(next++);
      const sentAt = performance.now();
      const answered = await send(new URL(path, origin), { agent, headers, body });
      if (answered !== status) throw new Error(`${path} answered ${answered} and not ${status}`);
      times.push(performance.now() - sentAt);
    }
  }
  try {
    await Promise.all(Array.from({ length: concurrency }, sendOneAfterAnother));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [percentile(times, 50), percentile(times, 95), percentile(times, 99)];
  return { perSecond: times.length / seconds, p50, p95, p99 };
}

type Sending = { agent: Agent; headers: OutgoingHttpHeaders; body: Buffer | undefined };

function send(url: URL, { agent, headers, body }: Sending): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = body ? { "content-length": body.length } : {};
    const sent = request(
      url,
      { agent, method: body ? "POST" : "GET", headers: { ...headers, ...length }, timeout: answerMs },
      (response) => {
        response.once("error", reject).once("end", () => resolve(response.statusCode ?? 0));
        response.resume();
      },
    );
    sent.once("timeout", () => sent.destroy(new Error(`${url.pathname} was not answered in ${answerMs / 1000} s`)));
    sent.once("error", reject).end(body);
  });
}

/** The smallest value that is not exceeded by this share of the values (nearest rank). */
function percentile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
}
