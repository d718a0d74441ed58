import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findArticle, openConversation, threadMetadata } from "@/app/_shared/thread";
import { ArticleBody } from "@/components/articles/article-body";
import { EditorLink } from "@/components/articles/editor-link";
import { SafetyCard } from "@/components/techniques/safety-card";
import { StudyList } from "@/components/techniques/study-list";
import { ThreadAside } from "@/components/threads/thread-aside";
import { ThreadPage } from "@/components/threads/thread-page";
import { When } from "@/components/ui/when";
import { getArticle, listQuotes } from "@/lib/articles/queries";
import { editorRoles } from "@/lib/articles/schema";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return threadMetadata(await findArticle((await params).slug));
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const thread = await findArticle((await params).slug);
  if (!thread) notFound();
  const [conversation, article, quotes] = await Promise.all([
    openConversation(thread, await searchParams),
    getArticle(thread.id),
    listQuotes(thread.id),
  ]);
  if (!article) notFound();
  const edit = `/staff/articles/${thread.id}`;
  return (
    <ThreadPage {...conversation} edit={edit} aside={<ThreadAside thread={thread} />}>
      <p className="lead">{thread.excerpt}</p>
      <p className="note">
        Read and checked by {article.reviewer}, <When at={article.reviewedOn} />.
      </p>
      <SafetyCard />
      <ArticleBody html={article.bodyHtml} quotes={quotes} />
      <section aria-labelledby="sources" className="sources">
        <h2 id="sources">Sources</h2>
        <StudyList studies={article.sources} />
      </section>
      <EditorLink roles={editorRoles} href={edit} notFor={thread.author.id}>
        Edit this article
      </EditorLink>
    </ThreadPage>
  );
}
