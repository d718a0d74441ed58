import type { Metadata } from "next";
import { IssueState } from "@/components/newsletter/issue-state";
import { editorRoles } from "@/lib/articles/schema";
import { requireStaff } from "@/lib/moderation/gate";
import { peopleWords } from "@/lib/newsletter/labels";
import { countSubscribers, listIssues, type IssueRow } from "@/lib/newsletter/queries";
import { idOf, one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Newsletter for editors" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function StaffNewsletter({ searchParams }: Props) {
  await requireStaff("/staff/newsletter", editorRoles);
  const before = idOf(one((await searchParams).before) ?? "");
  const [{ rows, older }, count] = await Promise.all([listIssues(before), countSubscribers()]);
  return (
    <>
      <div className="page-head">
        <h1>Newsletter</h1>
        <p className="lead">{peopleWords(count)} on the list. An issue goes out once in 7 days at the most.</p>
        <p>
          <a className="button" href="/staff/newsletter/new">
            Write an issue
          </a>
        </p>
      </div>
      {rows.length === 0 && <p className="note">There is no issue yet.</p>}
      <ul className="threads">
        {rows.map((issue) => (
          <Row key={issue.id} issue={issue} />
        ))}
      </ul>
      {older && (
        <p>
          <a className="button button-quiet" href={`/staff/newsletter?before=${older}`}>
            Older
          </a>
        </p>
      )}
    </>
  );
}

function Row({ issue }: { issue: IssueRow }) {
  return (
    <li className="card thread-row">
      <h2>
        <a href={`/staff/newsletter/${issue.id}`}>{issue.subject}</a>
      </h2>
      <IssueState issue={issue} />
    </li>
  );
}
