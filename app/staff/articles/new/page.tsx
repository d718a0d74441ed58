import type { Metadata } from "next";
import { ArticleFields } from "@/components/articles/article-fields";
import { ActionForm } from "@/components/ui/form";
import { publishArticleAction } from "@/lib/articles/actions";
import { editorRoles } from "@/lib/articles/schema";
import { requireStaff } from "@/lib/moderation/gate";
import { listStudies, listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = { title: "Write an article" };

export default async function NewArticle() {
  await requireStaff("/staff/articles/new", editorRoles);
  const [techniques, studies] = await Promise.all([listTechniques(), listStudies()]);
  return (
    <>
      <div className="page-head">
        <h1>Write an article</h1>
        <p className="lead">
          Say who found what, in how many people, and how sure that is. A sentence that says more than its sources carry
          is sent back to you with its reason.
        </p>
      </div>
      <ActionForm action={publishArticleAction} submit="Publish it">
        <ArticleFields techniques={techniques} studies={studies} draft="article" />
      </ActionForm>
    </>
  );
}
