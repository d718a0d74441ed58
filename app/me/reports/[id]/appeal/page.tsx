import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ObjectionSection } from "@/components/moderation/objection-section";
import { When } from "@/components/ui/when";
import { reasonLabels } from "@/lib/moderation/labels";
import { getObjection, getReportedThing, noteAnswerOpened } from "@/lib/moderation/queries-objection";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Object to what came of a report" };

const leads = {
  stands: "A moderator looked at it, and left it as it is.",
  overturned: "A moderator had left it as it is. It is looked at again.",
  superseded: "Something was decided about it since it was left as it is.",
};

type Props = { params: Promise<{ id: string }> };

export default async function ReportAppeal({ params }: Props) {
  const { id } = await params;
  const { memberId } = await currentMember(`/me/reports/${id}/appeal`, { suspendedToo: true });
  const reported = await getReportedThing(memberId, idOf(id) ?? 0);
  const objection = reported && (await getObjection(memberId, { report: reported.id }));
  // As long as nobody has decided there is nothing to object to.
  if (!objection) notFound();
  if (objection.appeal) await noteAnswerOpened(memberId, objection.appeal.id);
  return (
    <>
      <div className="page-head">
        <h1>What came of your report</h1>
        <p className="lead">{leads[objection.decision]}</p>
      </div>
      <div className="stack">
        <div className="card">
          <p>
            <strong>{reported.title}</strong>
            {reported.position ? `, comment ${reported.position}` : ""}
          </p>
          <p className="meta">
            <span>{reasonLabels[reported.reason]}</span>
            <span>
              reported on <When at={reported.createdAt} />
            </span>
          </p>
        </div>
        <ObjectionSection objection={objection} report={reported.id} />
        <p>
          <a href="/me/reports">All that you reported</a>
        </p>
      </div>
    </>
  );
}
