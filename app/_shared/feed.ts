import { atomFeed } from "@/lib/platform/atom";
import { env } from "@/lib/platform/env";
import { threadPath } from "@/lib/platform/urls";
import type { ThreadRow } from "@/lib/threads/queries";

/** Threads as a feed. The caller asks for public ones only, whoever reads. */
export function threadFeed(title: string, selfPath: string, threads: ThreadRow[]): Response {
  const entries = threads.map((thread) => ({
    title: thread.title,
    path: threadPath(thread),
    author: thread.author,
    summary: thread.excerpt,
    published: thread.publishedAt,
    updated: thread.lastActivityAt,
  }));
  const updated = threads[0]?.lastActivityAt ?? new Date(0);
  const xml = atomFeed({ title, siteUrl: env().APP_URL, selfPath, updated, entries });
  return new Response(xml, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}
