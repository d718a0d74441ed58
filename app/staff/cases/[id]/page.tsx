import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseAlike } from "@/components/moderation/case-alike";
import { CaseAuthor } from "@/components/moderation/case-author";
import { CaseBar } from "@/components/moderation/case-bar";
import { CaseContext } from "@/components/moderation/case-context";
import { CaseEdits } from "@/components/moderation/case-edits";
import { CaseHistory } from "@/components/moderation/case-history";
import { CaseKeys } from "@/components/moderation/case-keys";
import { CaseNotices } from "@/components/moderation/case-notices";
import { CaseOutcome } from "@/components/moderation/case-outcome";
import { CaseReports } from "@/components/moderation/case-reports";
import { DecisionForm } from "@/components/moderation/decision-form";
import { flowOf, type Flow } from "@/components/moderation/flow";
import { ThenNext } from "@/components/moderation/then-next";
import { When } from "@/components/ui/when";
import { requireStaff } from "@/lib/moderation/gate";
import { reasonLabels } from "@/lib/moderation/labels";
import { kindNames } from "@/lib/moderation/labels-staff";
import { getCase, noteRead, type CaseView } from "@/lib/moderation/queries-case";
import { listNotices } from "@/lib/moderation/queries-notices";
import { getClaim, listDone } from "@/lib/moderation/queries-queue";
import { listTemplates } from "@/lib/moderation/queries-templates";
import { idOf, one } from "@/lib/platform/params";
import { listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = { title: "Case" };

type Query = Partial<Record<"then" | "show" | "passed" | "done" | "template", string | string[]>>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export default async function CasePage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const actor = await requireStaff(`/staff/cases/${id}`);
  const view = await getCase(actor, idOf(id) ?? 0);
  if (!view) notFound();
  const done = idOf(one(query.done) ?? "");
  const [techniques, templates, notices, claim, [decided]] = await Promise.all([
    listTechniques(),
    listTemplates(),
    listNotices(view.id),
    getClaim(actor, view.id),
    done ? listDone([done]) : [],
    noteRead(actor, "case", view.id),
  ]);
  const flow = flowOf(query);
  return (
    <>
      <CaseBar
        {...{ id: view.id, closed: view.closed, own: view.measures.length === 0 }}
        {...{ claim, done: decided, flow }}
      />
      <Head view={view} />
      <div className="with-aside">
        <div className="stack">
          <CaseOutcome view={view} />
          <CaseContext view={view} />
          <CaseEdits edits={view.edits} distressing={view.distressing} />
          {view.suspicion && (
            <section aria-labelledby="suspicion" className="card">
              <h2 id="suspicion">Why it waits</h2>
              <p>{view.suspicion}</p>
              <p className="quiet">The software noticed this by itself. It may well be chance: please read it.</p>
            </section>
          )}
          <CaseReports view={view}>
            <CaseNotices notices={notices} distressing={view.distressing} />
          </CaseReports>
          <CaseHistory history={view.history} />
          <DecisionForm
            view={view}
            techniques={techniques}
            templates={templates}
            template={idOf(one(query.template) ?? "") ?? undefined}
            path={addressOf(view.id, flow, query.then === "next")}
          >
            <ThenNext flow={flow} chosen={query.then === "next"} />
          </DecisionForm>
          <CaseKeys measures={view.measures} reason={view.reason} />
        </div>
        <aside className="stack" aria-label="About its author, and cases like it">
          <CaseAuthor author={view.author} />
          <CaseAlike view={view} />
        </aside>
      </div>
    </>
  );
}

function addressOf(id: number, { show, passed }: Flow, next: boolean): string {
  const query = new URLSearchParams();
  if (show) query.set("show", show);
  if (passed.length > 0) query.set("passed", passed.join("."));
  if (next) query.set("then", "next");
  return query.size > 0 ? `/staff/cases/${id}?${query}` : `/staff/cases/${id}`;
}

function Head({ view }: { view: CaseView }) {
  return (
    <div className="page-head">
      <p className="meta">
        <strong className={view.reason === "worried_about_person" ? "tag tag-clay" : "tag"}>
          {reasonLabels[view.reason]}
        </strong>
        {view.closed ? (
          <span className="tag">Closed</span>
        ) : (
          <span>
            Due <When at={view.dueAt} />
          </span>
        )}
      </p>
      <h1>{titleOf(view)}</h1>
    </div>
  );
}

/** The title of what is hard to read stands with its words, and not where it is read out first. */
function titleOf({ thread, position, author, distressing, thing }: CaseView): string {
  if (!thread) return `Profile of ${author.handle}`;
  if (position) return `Comment ${position} under “${thread.title}”`;
  return distressing ? `${kindNames[thing.kind]} by ${author.handle}` : thread.title;
}
