import type { ServerResponse } from "node:http";
import { describeError, log } from "@/lib/platform/log";
import { eventLine, Streams } from "./streams";

type Options = {
  /** How much is new for each of these members. */
  countUnread: (members: number[]) => Promise<Map<number, number>>;
  /** Which of the sessions with these hashes are still open. */
  listOpenSessions: (hashes: string[]) => Promise<Set<string>>;
};

type Waiting = { memberId: number; session: string; unread: number };

/** Many comments within this time cost one query. */
const gatherMs = 200;
/** So many are asked for at once. */
const atOnce = 1000;
/** A session that ended tells its pages nothing; they are closed at the latest after this. */
const sessionMs = 60_000;

/** The open pages of members that show how much is new for them, and the number whenever it may be another one. */
export class Counts {
  #options: Options;
  /** More pages than these lie before nobody at once: those that are hidden wait for nothing. */
  #pages = new Streams({ most: 10_000, mostOfOne: 20 });
  #sessions = new Map<ServerResponse, string>();
  #heard = new Set<number>();
  #asking = false;
  #timer = setInterval(() => void this.#endOver(), sessionMs).unref();

  constructor(options: Options) {
    this.#options = options;
  }

  get count(): number {
    return this.#pages.count;
  }

  /** Takes over a response as a stream of events, which begins with the number of now. */
  open({ memberId, session, unread }: Waiting, response: ServerResponse): void {
    if (!this.#pages.open(memberId, response, eventLine("count", { count: unread }))) return;
    this.#sessions.set(response, session);
    response.on("close", () => this.#sessions.delete(response));
  }

  /** @param members for whom it may be another number; null where it is not known who they are */
  heard(members: number[] | null): void {
    const waiting = new Set(this.#pages.keys);
    for (const id of members ?? waiting) if (waiting.has(id)) this.#heard.add(id);
    if (this.#heard.size > 0 && !this.#asking) void this.#tell();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#pages.stop();
  }

  async #tell(): Promise<void> {
    this.#asking = true;
    while (this.#heard.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, gatherMs).unref());
      const members = [...this.#heard].slice(0, atOnce);
      for (const id of members) this.#heard.delete(id);
      await this.#tellThese(members).catch((error: unknown) => {
        log.warn({ err: describeError(error) }, "open pages were not told how much is new");
      });
    }
    this.#asking = false;
  }

  async #tellThese(members: number[]): Promise<void> {
    await this.#endOver(members.flatMap((id) => [...this.#pages.of(id)]));
    const counts = await this.#options.countUnread(members.filter((id) => [...this.#pages.of(id)].length > 0));
    for (const [id, count] of counts) for (const page of this.#pages.of(id)) page.write(eventLine("count", { count }));
  }

  /** Ends the streams whose session is over. Where nobody can say, they stay. */
  async #endOver(pages = [...this.#sessions.keys()]): Promise<void> {
    const hashes = [...new Set(pages.flatMap((page) => this.#sessions.get(page) ?? []))];
    for (let from = 0; from < hashes.length; from += atOnce) {
      const asked = hashes.slice(from, from + atOnce);
      const open = await this.#options.listOpenSessions(asked).catch(() => new Set(asked));
      const over = new Set(asked.filter((hash) => !open.has(hash)));
      for (const page of pages) if (over.has(this.#sessions.get(page) ?? "")) page.end();
    }
  }
}
