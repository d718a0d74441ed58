import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listComments } from "@/lib/comments/queries";
import { commentsPerPage, pageNumber, pageOfPosition } from "@/lib/platform/pagination";
import { idOf } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { threadPath } from "@/lib/platform/urls";
import { countReactions } from "@/lib/reactions/queries";
import { aboutPage, dependOn, pageAudience } from "@/lib/serving/context";
import { getArticleThread, getThread, type Thread } from "@/lib/threads/queries";

type PageParam = { page?: string | string[] };

/** The thread of an address, read once per request, for the page's audience. */
export const findThread = cache(async (id: string) => {
  const number = idOf(id);
  return number === null ? null : getThread(number, pageAudience());
});

export const findArticle = cache((slug: string) => getArticleThread(slug, pageAudience()));

export function threadMetadata(thread: Thread | null): Metadata {
  if (!thread) return {};
  return {
    title: thread.title,
    description: thread.excerpt || thread.title,
    alternates: { canonical: threadPath(thread) },
    ...(thread.audience === "members" ? { robots: { index: false } } : {}),
  };
}

/** One page of what is said under a thread. Declares the thread as what the page is about. */
export async function openConversation(thread: Thread, query: PageParam) {
  const page = pageNumber(query.page);
  if (!page || page > pageOfPosition(thread.lastPosition)) notFound();
  dependOn(tags.thread(thread.id), tags.member(thread.author.id));
  aboutPage({ kind: "thread", id: thread.id });
  const from = (page - 1) * commentsPerPage + 1;
  const [comments, counts] = await Promise.all([
    listComments(thread.id, page),
    countReactions(thread.id, from, from + commentsPerPage - 1),
  ]);
  return { thread, comments, page, counts };
}
