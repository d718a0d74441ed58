import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleFields } from "@/components/articles/article-fields";
import { OverOlder } from "@/components/drafts/over-older";
import { OwnDraft } from "@/components/drafts/own-draft";
import { LateEditNote } from "@/components/threads/late-edit-note";
import { ActionForm } from "@/components/ui/form";
import { editArticleAction } from "@/lib/articles/actions";
import { getEditableArticle } from "@/lib/articles/queries";
import { editorRoles } from "@/lib/articles/schema";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { requireStaff } from "@/lib/moderation/gate";
import { idOf } from "@/lib/platform/params";
import { listStudies, listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = { title: "Edit an article" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Chosen> };

export default async function EditArticle({ params, searchParams }: Props) {
  const { id } = await params;
  const editor = await requireStaff(`/staff/articles/${id}`, editorRoles);
  const article = await getEditableArticle(idOf(id) ?? 0);
  if (!article) notFound();
  const [techniques, studies] = await Promise.all([listTechniques(), listStudies()]);
  // A draft comes back by itself only onto the text that it was written over.
  const place = `edit-article-${article.id}-${article.version.slice(0, 16)}`;
  const chosen = await searchParams;
  const kept = await getKept(editor.memberId, place, chosen);
  return (
    <>
      <div className="page-head">
        <h1>Edit an article</h1>
        <LateEditNote free={article.free} />
        <p>
          <a href={`/staff/articles/${article.id}/quotes`}>Quotes of members</a>
        </p>
      </div>
      <OverOlder what="The article" place={place} kept={kept} />
      <ActionForm action={editArticleAction} submit="Save" kept={kept?.values}>
        <input type="hidden" name="thread" value={article.id} />
        <input type="hidden" name="version" value={article.version} />
        <ArticleFields techniques={techniques} studies={studies} given={article} />
        <OwnDraft place={place} path={`/staff/articles/${article.id}`} kept={kept} chosen={chosen} />
      </ActionForm>
    </>
  );
}
