import type { Metadata } from "next";
import { OwnDraft } from "@/components/drafts/own-draft";
import { IssueFields } from "@/components/newsletter/issue-fields";
import { ActionForm } from "@/components/ui/form";
import { editorRoles } from "@/lib/articles/schema";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { requireStaff } from "@/lib/moderation/gate";
import { writeIssueAction } from "@/lib/newsletter/actions";
import { listOffered } from "@/lib/newsletter/queries";

export const metadata: Metadata = { title: "Write an issue" };

export default async function NewIssue({ searchParams }: { searchParams: Promise<Chosen> }) {
  const editor = await requireStaff("/staff/newsletter/new", editorRoles);
  const offered = await listOffered();
  const chosen = await searchParams;
  const kept = await getKept(editor.memberId, "issue", chosen);
  const fresh = offered.filter(({ isNew }) => isNew);
  return (
    <>
      <div className="page-head">
        <h1>Write an issue</h1>
        <p className="lead">
          {fresh.length === 0
            ? "There is no new article since the last issue. Older ones can be chosen."
            : `New since the last issue: ${fresh.length === 1 ? "1 article" : `${fresh.length} articles`}.`}{" "}
          Nothing is sent before you have seen how it looks.
        </p>
      </div>
      <ActionForm action={writeIssueAction} submit="Save it as a draft" kept={kept?.values}>
        <IssueFields
          offered={offered}
          chosen={fresh.map(({ id }) => id)}
          subject={fresh[0] ? `New: ${fresh[0].title}`.slice(0, 100) : ""}
        />
        <OwnDraft place="issue" path="/staff/newsletter/new" kept={kept} chosen={chosen} from="a new one" />
      </ActionForm>
    </>
  );
}
