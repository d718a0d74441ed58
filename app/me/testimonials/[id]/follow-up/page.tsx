import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwnDraft } from "@/components/drafts/own-draft";
import { FollowUpForm } from "@/components/testimonials/follow-up-form";
import { When } from "@/components/ui/when";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf, one } from "@/lib/platform/params";
import { tellFollowUpAction } from "@/lib/testimonials/actions";
import { followUpLabels } from "@/lib/testimonials/labels";
import { getOwnFollowUp, getOwnTestimonial } from "@/lib/testimonials/queries";

export const metadata: Metadata = { title: "How is it now?" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Chosen & { after?: string | string[] }> };

export default async function FollowUp({ params, searchParams }: Props) {
  const { id } = await params;
  const chosen = await searchParams;
  const wanted = one(chosen.after);
  const viewer = await currentMember(`/me/testimonials/${id}/follow-up${wanted ? `?after=${wanted}` : ""}`);
  const told = await getOwnTestimonial(viewer.memberId, idOf(id) ?? 0);
  const time = told?.followUps.find(({ after }) => after === wanted);
  if (!told || !time) notFound();
  const given = await getOwnFollowUp(viewer.memberId, told.id, time.after);
  const place = `follow-up-${told.id}-${time.after}`;
  const path = `/me/testimonials/${told.id}/follow-up?after=${time.after}`;
  const kept = await getKept(viewer.memberId, place, chosen);
  return (
    <>
      <div className="page-head">
        <h1>How is it now?</h1>
        <p className="lead">
          {told.technique}, {followUpLabels[time.after].toLowerCase()}. You first told about it{" "}
          <When at={told.toldAt} />. “No change” and “worse” help others just as much.
        </p>
      </div>
      {time.due ? (
        <FollowUpForm
          action={tellFollowUpAction}
          thread={told.id}
          after={time.after}
          given={given ?? undefined}
          kept={kept?.values}
          draft={<OwnDraft place={place} path={path} kept={kept} chosen={chosen} long />}
        />
      ) : (
        <p className="note">It is too early for this one. It opens when the time has passed.</p>
      )}
    </>
  );
}
