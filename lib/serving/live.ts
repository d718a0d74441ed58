import type { ServerResponse } from "node:http";
import { eventLine, Streams } from "./streams";

/** The open pages that wait for new comments, by thread. Only numbers travel; the words are asked for by their readers. */
export class Live {
  #readers = new Streams({ most: 10_000 });

  get count(): number {
    return this.#readers.count;
  }

  /** Takes over a response as a stream of events. After a lost connection the page asks what it missed. */
  open(thread: number, response: ServerResponse): void {
    this.#readers.open(thread, response, eventLine("check", {}));
  }

  announce(thread: number, position: number): void {
    for (const reader of this.#readers.of(thread)) reader.write(eventLine("comment", { position }));
  }

  stop(): void {
    this.#readers.stop();
  }
}
