import type { ServerResponse } from "node:http";

/** Keeps proxies from closing a quiet connection. */
const quietMs = 25_000;

type Bounds = {
  /** One process holds this many; further ones go without. */
  most: number;
  /** So many about one thing. */
  mostOfOne?: number;
};

/** Open streams of events (`text/event-stream`), by the number of what they are about. */
export class Streams {
  #bounds: Bounds;
  #open = new Map<number, Set<ServerResponse>>();
  #count = 0;
  #timer = setInterval(() => this.#keepOpen(), quietMs).unref();

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  get count(): number {
    return this.#count;
  }

  /** What is waited for at the moment. */
  get keys(): number[] {
    return [...this.#open.keys()];
  }

  of(key: number): Iterable<ServerResponse> {
    return this.#open.get(key) ?? [];
  }

  /**
   * Takes over a response.
   * @param first the event that it begins with; browsers come back by themselves after `retry`
   * @returns false where no more fit: the answer then says so, and the browser does not come back
   */
  open(key: number, response: ServerResponse, first: string): boolean {
    const { most, mostOfOne = most } = this.#bounds;
    const streams = this.#open.get(key) ?? new Set();
    if (this.#count >= most || streams.size >= mostOfOne) {
      response.writeHead(204).end();
      return false;
    }
    this.#open.set(key, streams.add(response));
    this.#count += 1;
    response.on("close", () => {
      streams.delete(response);
      if (streams.size === 0 && this.#open.get(key) === streams) this.#open.delete(key);
      this.#count -= 1;
    });
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    });
    response.write(`retry: 5000\n${first}`);
    return true;
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const streams of this.#open.values()) for (const stream of streams) stream.end();
  }

  #keepOpen(): void {
    for (const streams of this.#open.values()) for (const stream of streams) stream.write(": still here\n\n");
  }
}

/** One event as a stream carries it. */
export function eventLine(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
