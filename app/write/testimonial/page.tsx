import type { Metadata } from "next";
import { TechniqueField } from "@/components/techniques/technique-field";
import { TestimonialForm } from "@/components/testimonials/testimonial-form";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";
import { tellWhatHelpedAction } from "@/lib/testimonials/actions";

export const metadata: Metadata = { title: "Tell what it did to you", robots: { index: false } };

type Props = { searchParams: Promise<{ technique?: string | string[] }> };

export default async function WriteTestimonial({ searchParams }: Props) {
  dependOn(tags.techniques);
  const chosen = one((await searchParams).technique);
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>Tell what it did to you</h1>
        <p className="lead">
          Five questions are needed, and the rest you can skip: three minutes in all. You can change it or take it back
          later.
        </p>
      </div>
      <TestimonialForm action={tellWhatHelpedAction} submit="Tell it">
        <TechniqueField techniques={await listTechniques()} chosen={chosen} />
      </TestimonialForm>
    </div>
  );
}
