import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/form";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { withdrawTestimonialAction } from "@/lib/testimonials/actions";
import { getOwnTestimonial } from "@/lib/testimonials/queries";

export const metadata: Metadata = { title: "Withdraw" };

export default async function WithdrawTestimonial({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentMember(`/me/testimonials/${id}/withdraw`, { suspendedToo: true });
  const told = await getOwnTestimonial(viewer.memberId, idOf(id) ?? 0);
  if (!told) notFound();
  return (
    <>
      <div className="page-head">
        <h1>Withdraw this?</h1>
        <p className="lead">
          What you told about {told.technique}, under the name {told.handle}.
        </p>
        <p>
          It disappears at once, with the comments under it, and no longer counts. Your answers are erased within seven
          days. This cannot be taken back.
        </p>
      </div>
      <ActionForm action={withdrawTestimonialAction} className="row">
        <input type="hidden" name="thread" value={told.id} />
        <button className="button button-grave">Withdraw it</button>
        <a className="button button-plain" href="/me/testimonials">
          Keep it
        </a>
      </ActionForm>
    </>
  );
}
