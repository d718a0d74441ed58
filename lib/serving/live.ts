import type { ServerResponse } from "node:http";
import { eventLine, Streams } from "./streams";

/** The open pages that wait for new comments, by thread. Only numbers travel; the words are asked for by their readers. */
export class Live {
  #readers = new Streams({ most: 10_000 });

  get count(): number {
    return this.#readers.count;
  }

  /**
   * Takes over a response as a stream of events. It begins with the newest comment's number, so that nobody misses what
   * came while their page was not connected.
   */
  open({ thread, newest }: { thread: number; newest: number }, response: ServerResponse): void {
    this.#readers.open(thread, response, arrived(newest));
  }

  announce(thread: number, position: number): void {
    for (const reader of this.#readers.of(thread)) reader.write(arrived(position));
  }

  stop(): void {
    this.#readers.stop();
  }
}

function arrived(position: number): string {
  return eventLine("comment", { position });
}
