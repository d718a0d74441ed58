import type { ServerResponse } from "node:http";

/** Keeps proxies from closing a quiet connection. */
const quietMs = 25_000;
/** One process holds this many open pages; further ones go without live arrival. */
const maxConnections = 10_000;

/** The open pages that wait for new comments, by thread. Only numbers travel; the words are asked for by their readers. */
export class Live {
  #readers = new Map<number, Set<ServerResponse>>();
  #count = 0;
  #timer = setInterval(() => this.#tellAll(": still here\n\n"), quietMs).unref();

  get count(): number {
    return this.#count;
  }

  /** Takes over a response as a stream of events (`text/event-stream`). */
  open(thread: number, response: ServerResponse): void {
    if (this.#count >= maxConnections) {
      response.writeHead(204).end();
      return;
    }
    const readers = this.#readers.get(thread) ?? new Set();
    this.#readers.set(thread, readers.add(response));
    this.#count += 1;
    response.on("close", () => {
      readers.delete(response);
      if (readers.size === 0 && this.#readers.get(thread) === readers) this.#readers.delete(thread);
      this.#count -= 1;
    });
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    // After a lost connection the page asks what it missed; browsers come back by themselves after `retry`.
    response.write("retry: 5000\nevent: check\ndata: {}\n\n");
  }

  announce(thread: number, position: number): void {
    for (const reader of this.#readers.get(thread) ?? []) {
      reader.write(`event: comment\ndata: {"position":${position}}\n\n`);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const readers of this.#readers.values()) for (const reader of readers) reader.end();
  }

  #tellAll(line: string): void {
    for (const readers of this.#readers.values()) for (const reader of readers) reader.write(line);
  }
}
