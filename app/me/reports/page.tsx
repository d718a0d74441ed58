import type { Metadata } from "next";
import { BlockOffer } from "@/components/blocks/block-offer";
import { When } from "@/components/ui/when";
import { getReportedAuthor } from "@/lib/blocks/queries";
import { reasonLabels, reportStates } from "@/lib/moderation/labels";
import { listOwnReports, noteOutcomesSeen, type OwnReport } from "@/lib/moderation/queries-report";
import { currentMember } from "@/lib/platform/current-viewer";
import { readCursor, writeCursor } from "@/lib/platform/pagination";

export const metadata: Metadata = { title: "What you reported" };

type Props = { searchParams: Promise<{ thanks?: string | string[]; before?: string | string[] }> };

export default async function OwnReports({ searchParams }: Props) {
  const { thanks, before } = await searchParams;
  const viewer = await currentMember("/me/reports", { suspendedToo: true });
  const { reports, older } = await listOwnReports(viewer.memberId, readCursor(before));
  const author = thanks === "report" ? await getReportedAuthor(viewer.memberId) : null;
  const unseen = reports.filter((report) => report.unseen).map(({ id }) => id);
  await noteOutcomesSeen(viewer.memberId, unseen);
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
        {author && <BlockOffer author={author} />}
        {reports.length === 0 && <p className="note">You have not reported anything.</p>}
        <ul className="threads">
          {reports.map((report) => (
            <ReportCard key={report.id} report={report} />
          ))}
        </ul>
        {older && (
          <p>
            <a className="button button-quiet" href={`/me/reports?before=${writeCursor(older)}`}>
              Older
            </a>
          </p>
        )}
      </div>
    </>
  );
}

function ReportCard({ report }: { report: OwnReport }) {
  const { id, title, href, position, reason, state, unseen, createdAt } = report;
  const name = `${title}${position ? `, comment ${position}` : ""}`;
  return (
    <li className="card">
      <p>
        <strong>{href ? <a href={href}>{name}</a> : name}</strong>
      </p>
      <p className="meta">
        {unseen && <span className="tag tag-leaf">New</span>}
        <span>{reasonLabels[reason]}</span>
        <When at={createdAt} />
        <span className="tag">{reportStates[state]}</span>
      </p>
      <Objection id={id} report={report} />
    </li>
  );
}

function Objection({ id, report: { objected, objectUntil } }: { id: number; report: OwnReport }) {
  const href = `/me/reports/${id}/appeal`;
  if (objected) {
    return (
      <p>
        <a href={href}>You have objected to this</a>
      </p>
    );
  }
  if (!objectUntil) return null;
  return (
    <p>
      You see it differently? Until <When at={objectUntil} /> you can <a href={href}>object</a>, and another moderator
      looks at it.
    </p>
  );
}
