import type { Subject } from "./context";
import { bytesOf, type Template } from "./template";

/** A rendered page, ready to be filled for its readers. */
export type Page = {
  status: number;
  contentType: string;
  template: Template;
  subject: Subject | null;
  tags: string[];
  /** Where the address should have led, if it was not quite right. */
  redirect: string | null;
};

/** What a render gives: the page, and whether it may be kept. */
export type Rendered = { page: Page; storable: boolean };

type Entry = { page: Page; bytes: number; staleAt: number | null };

/** A list may be served this long after it went out of date, while one render replaces it. */
const listGraceMs = 1000;
/** Purges that began no render yet are forgotten beyond this many tags. */
const maxRememberedTags = 20_000;
const perEntryBytes = 600;

type Options = {
  /** Bytes of pages to keep; the least recently used go first. */
  maxBytes: number;
  /** Milliseconds, for tests with a clock of their own. */
  now?: () => number;
};

/**
 * Keeps rendered pages until a tag that they declared is purged.
 *
 * A render may read a row just before a write changes it and end after the purge. So each purge takes a number, a
 * render remembers the number at its start, and what it made is only kept if none of its tags was purged since.
 */
export class PageCache {
  readonly counts = { hits: 0, stale: 0, misses: 0, bypassed: 0, renders: 0, purges: 0, discarded: 0 };
  #entries = new Map<string, Entry>();
  #keysByTag = new Map<string, Set<string>>();
  #flights = new Map<string, { promise: Promise<Page>; since: number }>();
  #purgedAt = new Map<string, number>();
  /** Everything with a smaller number counts as purged. */
  #forgottenBelow = 0;
  #sequence = 1;
  #bytes = 0;
  #open = false;
  #maxBytes: number;
  #now: () => number;

  constructor({ maxBytes, now = Date.now }: Options) {
    this.#maxBytes = maxBytes;
    this.#now = now;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Purges arrive again: pages whose render begins from now on may be kept. */
  open(): void {
    this.#sequence += 1;
    this.#forgottenBelow = this.#sequence;
    this.#open = true;
  }

  /** Purges may be lost from now on: everything kept goes, and every page is rendered until `open`. */
  close(): void {
    this.#open = false;
    this.#entries.clear();
    this.#keysByTag.clear();
    this.#bytes = 0;
    this.#sequence += 1;
    this.#purgedAt.clear();
    this.#forgottenBelow = this.#sequence;
  }

  /**
   * The page for a key, kept or rendered. Concurrent misses share one render.
   * @param afresh this reader wrote something that may not have been announced here yet: neither a kept page nor a
   *   render that is under way will do
   * @param impatient this reader wrote something lately: a list that is out of date will not do
   */
  async get(key: string, render: () => Promise<Rendered>, { afresh = false, impatient = false } = {}): Promise<Page> {
    if (!this.#open || afresh) {
      this.counts.bypassed += 1;
      return this.#render(key, render);
    }
    const entry = this.#entries.get(key);
    if (entry) {
      const age = entry.staleAt === null ? 0 : this.#now() - entry.staleAt;
      if (entry.staleAt === null || (age <= listGraceMs && !impatient)) {
        this.#entries.delete(key);
        this.#entries.set(key, entry);
        if (entry.staleAt === null) {
          this.counts.hits += 1;
        } else {
          this.counts.stale += 1;
          this.#flight(key, render).catch(() => {});
        }
        return entry.page;
      }
    }
    this.counts.misses += 1;
    return this.#flight(key, render);
  }

  /** True if a page for the key is kept and up to date. */
  holds(key: string): boolean {
    return this.#entries.get(key)?.staleAt === null;
  }

  /** What the kept page for a key is about. */
  subjectOf(key: string): Subject | null {
    return this.#entries.get(key)?.page.subject ?? null;
  }

  /** Takes out what shows one of these tags. Pages that only list it may be served for `listGraceMs` more. */
  purge(tags: string[]): void {
    this.counts.purges += 1;
    this.#sequence += 1;
    for (const tag of tags) this.#purgedAt.set(tag, this.#sequence);
    if (this.#purgedAt.size > maxRememberedTags) {
      this.#purgedAt.clear();
      this.#forgottenBelow = this.#sequence;
    }
    for (const tag of tags) {
      for (const key of [...(this.#keysByTag.get(tag) ?? [])]) {
        const entry = this.#entries.get(key);
        if (!entry) continue;
        if (isList(tag)) entry.staleAt ??= this.#now();
        else this.#remove(key);
      }
    }
  }

  /** One render for everybody who waits for this key; a flight that began before a purge is not joined after it. */
  #flight(key: string, render: () => Promise<Rendered>): Promise<Page> {
    const under = this.#flights.get(key);
    if (under && under.since === this.#sequence) return under.promise;
    const flight = { promise: this.#render(key, render), since: this.#sequence };
    this.#flights.set(key, flight);
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    flight.promise.then(land, land);
    return flight.promise;
  }

  async #render(key: string, render: () => Promise<Rendered>): Promise<Page> {
    this.counts.renders += 1;
    const since = this.#sequence;
    const startedAt = this.#now();
    const { page, storable } = await render();
    if (storable && this.#open) this.#keep(key, page, { since, startedAt });
    return page;
  }

  #keep(key: string, page: Page, { since, startedAt }: { since: number; startedAt: number }): void {
    const late = since < this.#forgottenBelow ? page.tags : page.tags.filter((tag) => this.#wasPurged(tag, since));
    if (!late.every(isList)) {
      this.counts.discarded += 1;
      return;
    }
    const bytes = bytesOf(page.template) + perEntryBytes + 2 * key.length;
    if (bytes > this.#maxBytes) return;
    this.#remove(key);
    this.#entries.set(key, { page, bytes, staleAt: late.length > 0 ? startedAt : null });
    for (const tag of page.tags) this.#keysOf(tag).add(key);
    this.#bytes += bytes;
    while (this.#bytes > this.#maxBytes) {
      const oldest = this.#entries.keys().next().value;
      if (oldest === undefined) break;
      this.#remove(oldest);
    }
  }

  #wasPurged(tag: string, since: number): boolean {
    return (this.#purgedAt.get(tag) ?? 0) > since;
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
    for (const tag of entry.page.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }

  #keysOf(tag: string): Set<string> {
    const keys = this.#keysByTag.get(tag) ?? new Set<string>();
    this.#keysByTag.set(tag, keys);
    return keys;
  }
}

function isList(tag: string): boolean {
  return tag.startsWith("list:");
}
