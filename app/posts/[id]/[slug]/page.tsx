import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { findThread, openConversation, threadMetadata } from "@/app/_shared/thread";
import { ExperienceNote } from "@/components/threads/experience-note";
import { ThreadAside } from "@/components/threads/thread-aside";
import { ThreadPage } from "@/components/threads/thread-page";
import { Words } from "@/components/ui/words";
import { threadPath } from "@/lib/platform/urls";
import { getPostBody } from "@/lib/posts/queries";

type Props = {
  params: Promise<{ id: string; slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return threadMetadata(await findThread((await params).id));
}

export default async function PostPage({ params, searchParams }: Props) {
  const { id, slug } = await params;
  const thread = await findThread(id);
  if (!thread) notFound();
  if (slug !== thread.slug || !threadPath(thread).startsWith("/posts/")) permanentRedirect(threadPath(thread));
  const [conversation, bodyHtml] = await Promise.all([
    openConversation(thread, await searchParams),
    getPostBody(thread.id),
  ]);
  if (bodyHtml === null) notFound();
  return (
    <ThreadPage {...conversation} edit={`/me/edit/post/${thread.id}`} aside={<ThreadAside thread={thread} />}>
      <Words html={bodyHtml} className="thread-body" />
      <ExperienceNote />
    </ThreadPage>
  );
}
