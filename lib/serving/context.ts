import { AsyncLocalStorage } from "node:async_hooks";
import type { Viewer } from "@/lib/platform/actor";

/** Who a shared page is rendered for: anyone, or members with a handle. */
export type Audience = "public" | "members";

/** What a page is about: the thing that `data-follow` and the reader's reactions belong to. */
export type Subject = { kind: "thread" | "technique" | "member"; id: number };

/** What one request to Next knows and collects. */
export type PageContext = {
  audience: Audience;
  /** Who asks; null for a visitor, and in a page that is shared. */
  viewer: Viewer | null;
  tags: Set<string>;
  subject: Subject | null;
  /** Markup that the page shows, by the name under which its component finds it. */
  words: Map<string, string>;
  /** Ids of the purges that were announced while the request ran, if it wrote something. */
  announced: string[];
  /** The status of the answer's page, where it is not the one that Next gives. */
  status: number | null;
  /** Pages that the reader's browser keeps are out of date for this reader. */
  outdatesKept: boolean;
};

// server.ts and Next's bundle each load their own copy of this module; they share one storage through globalThis.
const shared = globalThis as { [key: symbol]: unknown };
const storage = (shared[Symbol.for("unknot.render")] ??=
  new AsyncLocalStorage<PageContext>()) as AsyncLocalStorage<PageContext>;

export function newPageContext(audience: Audience, viewer: Viewer | null = null): PageContext {
  return {
    ...{ audience, viewer, tags: new Set(), subject: null, words: new Map(), announced: [] },
    ...{ outdatesKept: false, status: null },
  };
}

/** Runs one request to Next, so that everything in it finds its context. */
export function runInPage<T>(context: PageContext, run: () => T): T {
  return storage.run(context, run);
}

/** The audience of the page under way; `public` outside of one, so that forgetting it never shows too much. */
export function pageAudience(): Audience {
  return storage.getStore()?.audience ?? "public";
}

/** Who sends the request under way; null outside of one, and in a page that is shared. */
export function pageViewer(): Viewer | null {
  return storage.getStore()?.viewer ?? null;
}

/**
 * Declares what the page under way shows. When a write announces one of these tags, the page is made anew.
 * A page that declares nothing is never cached. Does nothing outside a render.
 * @param tags names from `lib/platform/tags.ts`; those that begin with `list:` may be served up to a second old
 */
export function dependOn(...tags: string[]): void {
  const page = storage.getStore();
  for (const tag of tags) page?.tags.add(tag);
}

/** Names the one thing that the page under way is about, for the reader's follow state and reactions. */
export function aboutPage(subject: Subject): void {
  const page = storage.getStore();
  if (page) page.subject = subject;
}

/**
 * Puts markup aside for `components/ui/kept-words.tsx`, which stands for it in the page's data by this name. So a page
 * carries what people wrote once, as markup, and not a second time as data.
 * @returns the name; null outside of a page
 */
export function keepWords(html: string): string | null {
  const page = storage.getStore();
  if (!page) return null;
  const name = `w${page.words.size}`;
  page.words.set(name, html);
  return name;
}

/** Gives the page under way this HTTP status, e.g. 409 for a form that came back because somebody else was first. */
export function answerWith(status: number): void {
  const page = storage.getStore();
  if (page) page.status = status;
}

/**
 * Notes that this request announced a purge. The answer then carries the id in a cookie, and an instance that has
 * not seen that purge yet renders afresh for this reader.
 * @param purgeId the `id` of the message that went to the `purge` channel
 */
export function noteAnnouncement(purgeId: string): void {
  storage.getStore()?.announced.push(purgeId);
}

/**
 * Notes that this request changed what its reader wants to see. The answer then lets their browser forget the pages that
 * it keeps, or its back button would show once more what they have just sent away.
 */
export function outdateKeptPages(): void {
  const page = storage.getStore();
  if (page) page.outdatesKept = true;
}
