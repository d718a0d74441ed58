import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Live } from "./live";

/** A reader whose page stays open; what it was told stands in `heard`. */
class Reader extends ServerResponse {
  heard = "";
  left = false;

  constructor() {
    super(new IncomingMessage(new Socket()));
  }

  override write(chunk: unknown): boolean {
    this.heard += String(chunk);
    return true;
  }

  override end(): this {
    this.left = true;
    this.emit("close");
    return this;
  }
}

function aReader(live: Live, thread: number): Reader {
  const reader = new Reader();
  live.open({ thread, newest: 3 }, reader);
  return reader;
}

afterEach(() => vi.useRealTimers());

describe("an open page", () => {
  it("is a stream of events that nobody keeps, and begins with where the thread is", () => {
    const live = new Live();
    const reader = aReader(live, 1);
    expect(reader.statusCode).toBe(200);
    expect(reader.heard).toBe('retry: 5000\nevent: comment\ndata: {"position":3}\n\n');
    live.stop();
  });

  it("hears of comments of its own thread, and only by number", () => {
    const live = new Live();
    const [one, same, other] = [aReader(live, 1), aReader(live, 1), aReader(live, 2)];
    const before = other.heard;
    live.announce(1, 7);
    for (const reader of [one, same]) expect(reader.heard).toMatch(/event: comment\ndata: \{"position":7\}\n\n$/);
    expect(other.heard).toBe(before);
    live.announce(3, 1);
    live.stop();
  });

  it("is forgotten when it is closed, and another may come", () => {
    const live = new Live();
    const [one, two] = [aReader(live, 1), aReader(live, 1)];
    expect(live.count).toBe(2);
    one.emit("close");
    two.emit("close");
    expect(live.count).toBe(0);
    const before = one.heard;
    const third = aReader(live, 1);
    live.announce(1, 8);
    expect(third.heard).toContain('{"position":8}');
    expect(one.heard).toBe(before);
    live.stop();
  });

  it("is not closed by proxies that wait for a word", () => {
    vi.useFakeTimers();
    const live = new Live();
    const reader = aReader(live, 1);
    vi.advanceTimersByTime(25_000);
    expect(reader.heard).toMatch(/: still here\n\n$/);
    live.stop();
    const told = reader.heard;
    vi.advanceTimersByTime(60_000);
    expect(reader.heard).toBe(told);
  });

  it("ends when the server stops", () => {
    const live = new Live();
    const readers = [aReader(live, 1), aReader(live, 2)];
    live.stop();
    expect(readers.map(({ left }) => left)).toEqual([true, true]);
    expect(live.count).toBe(0);
  });

  it("goes without live arrival when too many are open", () => {
    const live = new Live();
    const readers = Array.from({ length: 10_000 }, (_, index) => aReader(live, index % 7));
    const late = aReader(live, 1);
    expect(late).toMatchObject({ statusCode: 204, left: true, heard: "" });
    expect(live.count).toBe(10_000);
    readers[0]?.emit("close");
    expect(aReader(live, 1).statusCode).toBe(200);
    live.stop();
  });
});
