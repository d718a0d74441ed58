import type { Metadata } from "next";
import { OwnTestimonialCard } from "@/components/testimonials/own-testimonial-card";
import { currentMember } from "@/lib/platform/current-viewer";
import { listOwnTestimonials } from "@/lib/testimonials/queries";

export const metadata: Metadata = { title: "What you told" };

export default async function OwnTestimonials() {
  const viewer = await currentMember("/me/testimonials", { suspendedToo: true });
  const told = await listOwnTestimonials(viewer.memberId);
  return (
    <>
      <div className="page-head">
        <h1>What you told</h1>
        <p className="lead">
          What the techniques did to you, and what may be done with your answers. Each consent is yours to give and to
          take back, with one press, at any time.
        </p>
      </div>
      {told.length === 0 ? (
        <div className="note">
          <p>You have not told about a technique yet.</p>
          <p>
            <a href="/write/testimonial">Tell what one did to you</a>
          </p>
        </div>
      ) : (
        <div className="stack">
          {told.map((each) => (
            <OwnTestimonialCard key={each.id} told={each} />
          ))}
        </div>
      )}
    </>
  );
}
