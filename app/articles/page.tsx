import type { Metadata } from "next";
import { openList } from "@/app/_shared/list";
import { ListPages } from "@/components/threads/list-pages";
import { ThreadRows } from "@/components/threads/thread-rows";
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
    </div>
  );
}
