import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseAuthor } from "@/components/moderation/case-author";
import { CaseBar } from "@/components/moderation/case-bar";
import { CaseContext } from "@/components/moderation/case-context";
import { CaseHistory } from "@/components/moderation/case-history";
import { CaseKeys } from "@/components/moderation/case-keys";
import { DecisionForm } from "@/components/moderation/decision-form";
import { flowOf } from "@/components/moderation/flow";
import { ThenNext } from "@/components/moderation/then-next";
import { When } from "@/components/ui/when";
import { requireStaff } from "@/lib/moderation/gate";
import { reasonLabels } from "@/lib/moderation/labels";
import { listTechniques } from "@/lib/techniques/queries";
import { getCase, type CaseView } from "@/lib/moderation/queries-case";
import { getClaim, listDone } from "@/lib/moderation/queries-queue";
import { idOf, one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Case" };

type Query = Partial<Record<"then" | "show" | "passed" | "done", string | string[]>>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export default async function CasePage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const actor = await requireStaff(`/staff/cases/${id}`);
  const view = /^\d{1,15}$/.test(id) ? await getCase(actor, Number(id)) : null;
  if (!view) notFound();
  const done = idOf(one(query.done) ?? "");
  const [claim, [decided]] = await Promise.all([getClaim(actor, view.id), done ? listDone([done]) : []]);
  const flow = flowOf(query);
  return (
    <>
      <CaseBar
        {...{ id: view.id, closed: view.closed, own: view.measures.length === 0 }}
        {...{ claim, done: decided, flow }}
      />
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
          <DecisionForm view={view} techniques={await listTechniques()}>
            <ThenNext flow={flow} chosen={query.then === "next"} />
          </DecisionForm>
          <CaseKeys measures={view.measures} reason={view.reason} />
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
