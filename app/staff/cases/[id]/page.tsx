import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseAuthor } from "@/components/moderation/case-author";
import { CaseContext } from "@/components/moderation/case-context";
import { CaseHistory } from "@/components/moderation/case-history";
import { DecisionForm } from "@/components/moderation/decision-form";
import { When } from "@/components/ui/when";
import { requireStaff } from "@/lib/moderation/gate";
import { reasonLabels } from "@/lib/moderation/labels";
import { listTechniques } from "@/lib/techniques/queries";
import { getCase, type CaseView } from "@/lib/moderation/queries-case";

export const metadata: Metadata = { title: "Case" };

type Props = { params: Promise<{ id: string }> };

export default async function CasePage({ params }: Props) {
  const { id } = await params;
  const actor = await requireStaff(`/staff/cases/${id}`);
  const view = /^\d{1,15}$/.test(id) ? await getCase(actor, Number(id)) : null;
  if (!view) notFound();
  return (
    <>
      <div className="page-head">
        <p className="meta">
          <strong className={view.reason === "worried_about_person" ? "tag tag-clay" : "tag"}>
            {reasonLabels[view.reason]}
          </strong>
          {view.closed && <span className="tag">Closed</span>}
        </p>
        <h1>{titleOf(view)}</h1>
      </div>
      <div className="with-aside">
        <div className="stack">
          <CaseContext view={view} />
          {view.suspicion && (
            <section aria-labelledby="suspicion" className="card">
              <h2 id="suspicion">Why it waits</h2>
              <p>{view.suspicion}</p>
              <p className="quiet">The software noticed this by itself. It may well be chance: please read it.</p>
            </section>
          )}
          <section aria-labelledby="reports">
            <h2 id="reports">{view.reports.length > 0 ? "What people said about it" : "Nobody has reported it"}</h2>
            <ul className="threads">
              {view.reports.map((report) => (
                <li key={report.handle} className="card">
                  <p className="meta">
                    <strong>{report.handle}</strong> <span>{reasonLabels[report.reason]}</span>{" "}
                    <When at={report.createdAt} />
                  </p>
                  {report.note && <p>{report.note}</p>}
                </li>
              ))}
            </ul>
          </section>
          <CaseHistory history={view.history} />
          <DecisionForm view={view} techniques={await listTechniques()} />
        </div>
        <CaseAuthor author={view.author} />
      </div>
    </>
  );
}

function titleOf({ thread, position, author }: CaseView): string {
  if (!thread) return `Profile of ${author.handle}`;
  return position ? `Comment ${position} under “${thread.title}”` : thread.title;
}
