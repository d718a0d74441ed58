import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleFields } from "@/components/articles/article-fields";
import { LateEditNote } from "@/components/threads/late-edit-note";
import { ActionForm } from "@/components/ui/form";
import { editArticleAction } from "@/lib/articles/actions";
import { getEditableArticle } from "@/lib/articles/queries";
import { editorRoles } from "@/lib/articles/schema";
import { requireStaff } from "@/lib/moderation/gate";
import { idOf } from "@/lib/platform/params";
import { listStudies, listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = { title: "Edit an article" };

type Props = { params: Promise<{ id: string }> };

export default async function EditArticle({ params }: Props) {
  const { id } = await params;
  await requireStaff(`/staff/articles/${id}`, editorRoles);
  const article = await getEditableArticle(idOf(id) ?? 0);
  if (!article) notFound();
  const [techniques, studies] = await Promise.all([listTechniques(), listStudies()]);
  return (
    <>
      <div className="page-head">
        <h1>Edit an article</h1>
        <LateEditNote free={article.free} />
        <p>
          <a href={`/staff/articles/${article.id}/quotes`}>Quotes of members</a>
        </p>
      </div>
      <ActionForm action={editArticleAction} submit="Save">
        <input type="hidden" name="thread" value={article.id} />
        <input type="hidden" name="version" value={article.version} />
        {/* A draft comes back only onto the text that it was written over. */}
        <ArticleFields
          techniques={techniques}
          studies={studies}
          given={article}
          draft={`article-${article.id}-${article.version.slice(0, 16)}`}
        />
      </ActionForm>
    </>
  );
}
