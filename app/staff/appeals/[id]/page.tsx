import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AlikeDecisions } from "@/components/moderation/alike-decisions";
import { AnswerForm } from "@/components/moderation/answer-form";
import { AppealAnswer } from "@/components/moderation/appeal-answer";
import { AppealedDecision } from "@/components/moderation/appealed-decision";
import { CaseAuthor } from "@/components/moderation/case-author";
import { CaseContext } from "@/components/moderation/case-context";
import { Veil } from "@/components/moderation/veil";
import { When } from "@/components/ui/when";
import { requireStaff } from "@/lib/moderation/gate";
import { decisionLabels } from "@/lib/moderation/labels";
import { getAppeal } from "@/lib/moderation/queries-appeal";
import { getCase, noteRead, type CaseView } from "@/lib/moderation/queries-case";
import { idOf } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Appeal" };

type Props = { params: Promise<{ id: string }> };

export default async function AppealPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireStaff(`/staff/appeals/${id}`);
  const appeal = await getAppeal(actor, idOf(id) ?? 0);
  const view = appeal && (await getCase(actor, appeal.caseId));
  if (!appeal || !view) notFound();
  const open = appeal.decidedAt === null;
  // Whoever has to judge reads what was taken out; nobody else.
  const judging = open && appeal.refusal === null;
  await noteRead(actor, "appeal", appeal.id);
  return (
    <>
      <div className="page-head">
        <p className="meta">
          <strong className="tag">{decisionLabels[appeal.decision.kind]}</strong>
          {appeal.overdue && <strong className="tag tag-clay">Waiting too long</strong>}
          {!open && <span className="tag">Answered</span>}
        </p>
        <h1>Appeal of {appeal.handle}</h1>
        <p className="lead">{titleOf(view)}</p>
        <p className="meta">
          <span>{appeal.by === "author" ? "About their own words or account" : "About what they reported"}</span>
          <span>
            from <When at={appeal.createdAt} />
          </span>
          <span>
            due on <When at={appeal.dueAt} />
          </span>
          <a href={`/staff/cases/${appeal.caseId}`}>Open the case</a>
        </p>
      </div>
      <div className="with-aside">
        <div className="stack">
          <section aria-labelledby="appeal">
            <h2 id="appeal">What they say</h2>
            <Veil over={view.distressing}>
              <blockquote className="card typed">{appeal.body}</blockquote>
            </Veil>
          </section>
          <AppealedDecision appeal={appeal} taken={judging ? appeal.taken : []} distressing={view.distressing} />
          <CaseContext view={view} />
          <AlikeDecisions alike={appeal.alike} />
          {open ? <AnswerForm appeal={appeal} /> : <AppealAnswer appeal={appeal} />}
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
