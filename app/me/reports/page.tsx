import type { Metadata } from "next";
import { When } from "@/components/ui/when";
import { reasonLabels } from "@/lib/moderation/labels";
import { listOwnReports } from "@/lib/moderation/queries";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "What you reported" };

type Props = { searchParams: Promise<{ thanks?: string | string[] }> };

export default async function OwnReports({ searchParams }: Props) {
  const { thanks } = await searchParams;
  const viewer = await currentMember("/me/reports", { suspendedToo: true });
  const reports = await listOwnReports(viewer.memberId);
  return (
    <>
      <div className="page-head">
        <h1>What you reported</h1>
      </div>
      <div className="stack">
        {thanks === "report" && (
          <p className="form-message form-done" role="status">
            Thank you. A moderator will look at it, as a rule within two days. You will see here what came of it.
          </p>
        )}
        {thanks === "worry" && (
          <div className="form-message form-done" role="status">
            <p>
              Thank you for looking out for somebody. It is at the top of the moderators’ list now. Nobody is punished
              for how they feel.
            </p>
            <p>
              If you think that somebody is in danger this minute and you know where they are, call the emergency number
              there. And be kind to yourself: <a href="/safety">help lines</a> listen to worried friends, too.
            </p>
          </div>
        )}
        {reports.length === 0 && <p className="note">You have not reported anything.</p>}
        <ul className="threads">
          {reports.map((report) => (
            <li key={report.id} className="card">
              <p>
                <strong>{report.title}</strong>
                {report.position ? `, comment ${report.position}` : ""}
              </p>
              <p className="meta">
                <span>{reasonLabels[report.reason]}</span>
                <When at={report.createdAt} />
                <span className="tag">{outcomeWords(report.outcome)}</span>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function outcomeWords(outcome: string | null): string {
  if (outcome === null) return "Waiting for a moderator";
  return outcome === "keep" ? "Looked at, and left as it is" : "Looked at, and something was done";
}
