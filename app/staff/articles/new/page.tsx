import type { Metadata } from "next";
import { ArticleFields } from "@/components/articles/article-fields";
import { OwnDraft } from "@/components/drafts/own-draft";
import { ActionForm } from "@/components/ui/form";
import { publishArticleAction } from "@/lib/articles/actions";
import { editorRoles } from "@/lib/articles/schema";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { requireStaff } from "@/lib/moderation/gate";
import { listStudies, listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = { title: "Write an article" };

export default async function NewArticle({ searchParams }: { searchParams: Promise<Chosen> }) {
  const editor = await requireStaff("/staff/articles/new", editorRoles);
  const [techniques, studies] = await Promise.all([listTechniques(), listStudies()]);
  const chosen = await searchParams;
  const kept = await getKept(editor.memberId, "article", chosen);
  return (
    <>
      <div className="page-head">
        <h1>Write an article</h1>
        <p className="lead">
          Say who found what, in how many people, and how sure that is. A sentence that says more than its sources carry
          is sent back to you with its reason.
        </p>
      </div>
      <ActionForm action={publishArticleAction} submit="Publish it" kept={kept?.values}>
        <ArticleFields techniques={techniques} studies={studies} />
        <OwnDraft place="article" path="/staff/articles/new" kept={kept} chosen={chosen} from="an empty page" />
      </ActionForm>
    </>
  );
}
