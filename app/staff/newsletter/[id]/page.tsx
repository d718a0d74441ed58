import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OverOlder } from "@/components/drafts/over-older";
import { OwnDraft } from "@/components/drafts/own-draft";
import { IssueFields } from "@/components/newsletter/issue-fields";
import { IssuePreview } from "@/components/newsletter/issue-preview";
import { IssueState } from "@/components/newsletter/issue-state";
import { ActionForm } from "@/components/ui/form";
import { editorRoles } from "@/lib/articles/schema";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { requireStaff } from "@/lib/moderation/gate";
import { cancelIssueAction, editIssueAction, testIssueAction } from "@/lib/newsletter/actions";
import { getIssue, listOffered, type Issue } from "@/lib/newsletter/queries";
import { getIssueText } from "@/lib/newsletter/queries-preview";
import { idOf } from "@/lib/platform/params";

export const metadata: Metadata = { title: "An issue of the newsletter" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Chosen> };

export default async function IssuePage({ params, searchParams }: Props) {
  const { id } = await params;
  const editor = await requireStaff(`/staff/newsletter/${id}`, editorRoles);
  const issue = await getIssue(idOf(id) ?? 0);
  if (!issue) notFound();
  const [offered, text] = await Promise.all([listOffered(), getIssueText(issue)]);
  const place = `edit-issue-${issue.id}-${issue.version}`;
  const chosen = await searchParams;
  const kept = issue.state === "draft" ? await getKept(editor.memberId, place, chosen) : null;
  const older = issue.articles.filter((each) => !offered.some(({ id: known }) => known === each.id));
  return (
    <>
      <div className="page-head">
        <h1>{issue.subject}</h1>
        <IssueState issue={issue} />
      </div>
      <div className="stack">
        {(issue.state === "waits" || (issue.state === "empty" && !issue.startedAt)) && <TakeBack issue={issue} />}
        <OverOlder what="The issue" place={place} kept={kept} />
        {issue.state === "draft" && (
          <ActionForm action={editIssueAction} submit="Save" kept={kept?.values}>
            <input type="hidden" name="issue" value={issue.id} />
            <input type="hidden" name="version" value={issue.version} />
            <IssueFields
              offered={[...offered, ...older]}
              chosen={issue.articles.map((article) => article.id)}
              subject={issue.subject}
              introduction={issue.introduction}
            />
            <OwnDraft place={place} path={`/staff/newsletter/${issue.id}`} kept={kept} chosen={chosen} />
          </ActionForm>
        )}
        <IssuePreview issue={issue} text={text} />
        <ActionForm action={testIssueAction} submit="Send me a test">
          <input type="hidden" name="issue" value={issue.id} />
        </ActionForm>
        {issue.state === "draft" && (
          <p>
            <a className="button" href={`/staff/newsletter/${issue.id}/send`}>
              Send it, now or later
            </a>
          </p>
        )}
        <p>
          <a className="tall-link" href="/staff/newsletter">
            Back to all issues
          </a>
        </p>
      </div>
    </>
  );
}

function TakeBack({ issue }: { issue: Issue }) {
  return (
    <ActionForm action={cancelIssueAction} submit="Take it back">
      <input type="hidden" name="issue" value={issue.id} />
      <p className="note">Taken back, it is a draft again and can be changed.</p>
    </ActionForm>
  );
}
