import type { Metadata } from "next";
import { openList } from "@/app/_shared/list";
import { EditorLink } from "@/components/articles/editor-link";
import { ListPages } from "@/components/threads/list-pages";
import { ThreadRows } from "@/components/threads/thread-rows";
import { editorRoles } from "@/lib/articles/schema";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

export const metadata: Metadata = {
  title: "Articles",
  description: "What studies on massage and migraine found, what they did not, and how sure one can be.",
  alternates: { canonical: "/articles" },
};

type Props = { searchParams: Promise<{ page?: string | string[]; before?: string | string[] }> };

export default async function Articles({ searchParams }: Props) {
  dependOn(tags.articles);
  const { list, page } = await openList({ kind: "article" }, await searchParams);
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>Articles</h1>
        <p className="lead">
          What studies found, what they did not, and how sure one can be. Each names its sources and who checked it.
        </p>
      </div>
      <ThreadRows threads={list.rows} />
      <ListPages list={list} page={page} path="/articles" />
      <EditorLink roles={editorRoles} href="/staff/articles">
        For editors: write or edit articles
      </EditorLink>
    </div>
  );
}
