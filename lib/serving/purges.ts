import { Client } from "pg";
import { log } from "@/lib/platform/log";
import type { PageCache } from "./page-cache";

type Options = {
  connectionString: string;
  cache: PageCache;
  /** Called with the thread and the position of a comment that was just posted. */
  onComment: (thread: number, position: number) => void;
  /** Called with members for whom more or less is new; with null where some may have been missed. */
  onHeard: (members: number[] | null) => void;
};

/** As `lib/platform/events.ts` writes it. */
type Announcement = { id: string; tags: string[]; comment?: { thread: number; position: number } };

const retryMs = { first: 100, longest: 5000 };
/** A connection that dies without a word is found out this fast. */
const heartbeatMs = 5000;
/** Longer than the cookie that makes a reader ask for these ids. */
const rememberedMs = 60_000;

/**
 * Listens to what writes announce. While there is no connection, announcements are lost, so the cache is closed:
 * pages are rendered for each request until the connection is back. It reconnects by itself until `stop`.
 */
export class Purges {
  #options: Options;
  #client: Client | null = null;
  #seen = new Map<string, number>();
  #stopped = false;
  #retryMs = retryMs.first;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Resolves after the first attempt to connect, whether it succeeded or not. */
  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#heartbeat);
    this.#options.cache.close();
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => {});
  }

  /** True if this instance has carried out every one of these purges. */
  hasSeen(ids: string[]): boolean {
    return ids.every((id) => this.#seen.has(id));
  }

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    const client = new Client({
      connectionString: this.#options.connectionString,
      application_name: "unknot listen",
      keepAlive: true,
      connectionTimeoutMillis: 3000,
    });
    client.on("notification", ({ channel, payload = "" }) => {
      if (channel === "heard") this.#hearOfMembers(payload);
      else this.#hear(payload);
    });
    client.on("error", () => this.#lose(client));
    client.on("end", () => this.#lose(client));
    this.#client = client;
    try {
      await client.connect();
      await client.query("LISTEN purge; LISTEN heard");
    } catch {
      this.#lose(client);
      return;
    }
    if (this.#client !== client) return;
    this.#retryMs = retryMs.first;
    this.#options.cache.open();
    this.#options.onHeard(null);
    this.#heartbeat = setInterval(() => void this.#beat(client), heartbeatMs);
    this.#heartbeat.unref();
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    clearInterval(this.#heartbeat);
    this.#options.cache.close();
    client.end().catch(() => {});
    if (this.#stopped) return;
    log.warn({ retryMs: this.#retryMs }, "the connection for purges is lost; pages are not kept until it is back");
    setTimeout(() => void this.#connect(), this.#retryMs).unref();
    this.#retryMs = Math.min(2 * this.#retryMs, retryMs.longest);
  }

  async #beat(client: Client): Promise<void> {
    const late = setTimeout(() => this.#lose(client), heartbeatMs - 500);
    await client.query("SELECT 1").catch(() => this.#lose(client));
    clearTimeout(late);
    const old = Date.now() - rememberedMs;
    for (const [id, at] of this.#seen) if (at < old) this.#seen.delete(id);
  }

  #hear(payload: string): void {
    try {
      const { id, tags, comment } = JSON.parse(payload) as Announcement;
      this.#options.cache.purge(tags);
      this.#seen.set(id, Date.now());
      if (comment) this.#options.onComment(comment.thread, comment.position);
    } catch {
      // Somebody typed a NOTIFY by hand. What it meant is unknown, so nothing kept is trusted.
      this.#options.cache.close();
      this.#options.cache.open();
    }
  }

  /** As `lib/platform/heard.ts` writes it. */
  #hearOfMembers(payload: string): void {
    let members: number[] | null = null;
    try {
      members = (JSON.parse(payload) as { members: number[] }).members.map(Number);
    } catch {
      // Typed by hand, too: it may be about anybody.
    }
    this.#options.onHeard(members);
  }
}
