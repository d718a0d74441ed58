import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TestimonialForm } from "@/components/testimonials/testimonial-form";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { editTestimonialAction } from "@/lib/testimonials/actions";
import { getEditableTestimonial } from "@/lib/testimonials/queries";

export const metadata: Metadata = { title: "Edit what you told" };

export default async function EditTestimonial({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentMember(`/me/edit/testimonial/${id}`);
  const told = await getEditableTestimonial(viewer.memberId, idOf(id) ?? 0);
  if (!told) notFound();
  return (
    <>
      <div className="page-head">
        <h1>Edit what you told</h1>
        <p className="lead">About {told.techniqueName}. For another technique, tell a new one.</p>
      </div>
      <TestimonialForm action={editTestimonialAction} submit="Save" given={told}>
        <input type="hidden" name="thread" value={told.threadId} />
      </TestimonialForm>
    </>
  );
}
