import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwnDraft } from "@/components/drafts/own-draft";
import { TestimonialForm } from "@/components/testimonials/testimonial-form";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { editTestimonialAction } from "@/lib/testimonials/actions";
import { getEditableTestimonial } from "@/lib/testimonials/queries";

export const metadata: Metadata = { title: "Edit what you told" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Chosen> };

export default async function EditTestimonial({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await currentMember(`/me/edit/testimonial/${id}`);
  const told = await getEditableTestimonial(viewer.memberId, idOf(id) ?? 0);
  if (!told) notFound();
  const place = `edit-testimonial-${told.threadId}`;
  const chosen = await searchParams;
  const kept = await getKept(viewer.memberId, place, chosen);
  const draft = <OwnDraft place={place} path={`/me/edit/testimonial/${told.threadId}`} kept={kept} chosen={chosen} />;
  return (
    <>
      <div className="page-head">
        <h1>Edit what you told</h1>
        <p className="lead">About {told.techniqueName}. For another technique, tell a new one.</p>
      </div>
      <TestimonialForm action={editTestimonialAction} submit="Save" given={told} kept={kept?.values} draft={draft}>
        <input type="hidden" name="thread" value={told.threadId} />
      </TestimonialForm>
    </>
  );
}
