import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Counts } from "./counts";

/** A page that stands open; what it was told stands in `heard`. */
class Page extends ServerResponse {
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

  get last(): string {
    return this.heard.trimEnd().split("\n").at(-1) ?? "";
  }
}

const unread = new Map<number, number>();
let ended: string[] = [];
let asked: number[][] = [];
let counts: Counts;

beforeEach(() => {
  vi.useFakeTimers();
  unread.clear();
  [ended, asked] = [[], []];
  counts = new Counts({
    countUnread: async (members) => {
      asked.push(members);
      return new Map(members.map((id) => [id, unread.get(id) ?? 0]));
    },
    listOpenSessions: async (hashes) => new Set(hashes.filter((hash) => !ended.includes(hash))),
  });
});
afterEach(() => {
  counts.stop();
  vi.useRealTimers();
});

function aPage(memberId: number, session = `session${memberId}`): Page {
  const page = new Page();
  counts.open({ memberId, session, unread: 0 }, page);
  return page;
}

const settle = () => vi.advanceTimersByTimeAsync(1000);

it("begins with the number of now, and nobody keeps it", () => {
  const page = new Page();
  const head = vi.spyOn(page, "writeHead");
  counts.open({ memberId: 1, session: "a", unread: 4 }, page);
  expect(page.heard).toBe('retry: 5000\nevent: count\ndata: {"count":4}\n\n');
  expect(head).toHaveBeenCalledWith(200, expect.objectContaining({ "cache-control": "private, no-store" }));
});

it("tells all pages of a member, nobody else's, and asks for those alone whose page is open", async () => {
  const [one, two, other] = [aPage(1), aPage(1), aPage(2)];
  const before = other.heard;
  unread.set(1, 3);
  counts.heard([1, 7, 8]);
  await settle();
  expect(asked).toEqual([[1]]);
  for (const page of [one, two]) expect(page.last).toBe('data: {"count":3}');
  expect(other.heard).toBe(before);
});

it("asks once for all that comes at one time, and not at all where nobody waits", async () => {
  aPage(1);
  aPage(2);
  for (let n = 0; n < 50; n += 1) counts.heard([1, 2, 9]);
  await settle();
  expect(asked).toEqual([[1, 2]]);
  counts.heard([9]);
  await settle();
  expect(asked).toHaveLength(1);
});

it("asks for everybody where some may have been missed", async () => {
  aPage(1);
  aPage(2);
  counts.heard(null);
  await settle();
  expect(asked).toEqual([[1, 2]]);
});

it("tells nothing to a page whose session is over, and closes it", async () => {
  const [over, open] = [aPage(1, "over"), aPage(1, "open")];
  ended = ["over"];
  const before = over.heard;
  unread.set(1, 1);
  counts.heard([1]);
  await settle();
  expect(over).toMatchObject({ left: true, heard: before });
  expect(open.last).toBe('data: {"count":1}');
  ended = ["over", "open"];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open.left).toBe(true);
  expect(counts.count).toBe(0);
});

it("goes on after the database did not answer", async () => {
  const page = new Page();
  const failing = new Counts({
    countUnread: vi
      .fn()
      .mockRejectedValueOnce(new Error("gone"))
      .mockResolvedValue(new Map([[1, 2]])),
    listOpenSessions: vi.fn().mockRejectedValue(new Error("gone")),
  });
  failing.open({ memberId: 1, session: "a", unread: 0 }, page);
  failing.heard([1]);
  await settle();
  expect(page.left).toBe(false);
  failing.heard([1]);
  await settle();
  expect(page.last).toBe('data: {"count":2}');
  failing.stop();
});

it("holds 20 pages of one member, and 10,000 in all", () => {
  const pages = Array.from({ length: 21 }, () => aPage(1));
  expect(pages.at(-1)).toMatchObject({ statusCode: 204, left: true, heard: "" });
  expect(counts.count).toBe(20);
  pages[0]?.emit("close");
  expect(aPage(1).statusCode).toBe(200);
  for (let n = 20; n < 10_000; n += 1) aPage(n);
  expect(counts.count).toBe(10_000);
  expect(aPage(1_000_000).statusCode).toBe(204);
});

it("ends when the server stops", () => {
  const pages = [aPage(1), aPage(2)];
  counts.stop();
  expect(pages.map(({ left }) => left)).toEqual([true, true]);
});
