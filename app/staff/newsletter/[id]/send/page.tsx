import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { editorRoles } from "@/lib/articles/schema";
import { requireStaff } from "@/lib/moderation/gate";
import { scheduleIssueAction } from "@/lib/newsletter/actions";
import { peopleWords } from "@/lib/newsletter/labels";
import { countSubscribers, getIssue, type Issue } from "@/lib/newsletter/queries";
import { idOf } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Send an issue" };

type Props = { params: Promise<{ id: string }> };

export default async function SendIssue({ params }: Props) {
  const { id } = await params;
  await requireStaff(`/staff/newsletter/${id}/send`, editorRoles);
  const issue = await getIssue(idOf(id) ?? 0);
  if (issue?.state !== "draft") notFound();
  const people = peopleWords(await countSubscribers());
  return (
    <>
      <div className="page-head">
        <h1>Send “{issue.subject}”?</h1>
        <p className="lead">
          It goes to {people}, with {issue.articles.length === 1 ? "1 article" : `${issue.articles.length} articles`}.
          What has been sent cannot be taken back.
        </p>
      </div>
      <div className="stack">
        <section className="card" aria-labelledby="now">
          <h2 id="now">Now</h2>
          <ActionForm action={scheduleIssueAction} submit={`Send it to ${people}`}>
            <Seen issue={issue} />
            <input type="hidden" name="when" value="now" />
          </ActionForm>
        </section>
        <section className="card" aria-labelledby="later">
          <h2 id="later">Later</h2>
          <ActionForm action={scheduleIssueAction} submit="Let it wait for its time">
            <Seen issue={issue} />
            <input type="hidden" name="when" value="later" />
            <TextField
              name="date"
              type="date"
              label="Day"
              hint="Year, month and day, like 2026-11-24; up to 90 days ahead."
            />
            <TextField
              name="time"
              type="time"
              label="Time"
              hint="Hours and minutes in UTC, like 09:30. It can be taken back until then."
            />
          </ActionForm>
        </section>
        <p>
          <a className="tall-link" href={`/staff/newsletter/${issue.id}`}>
            Back to the issue
          </a>
        </p>
      </div>
    </>
  );
}

function Seen({ issue }: { issue: Issue }) {
  return (
    <>
      <input type="hidden" name="issue" value={issue.id} />
      <input type="hidden" name="version" value={issue.version} />
    </>
  );
}
