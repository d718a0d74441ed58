import type { Metadata } from "next";
import { TechniqueCards } from "@/components/techniques/technique-cards";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = {
  title: "Techniques",
  description:
    "Seven kinds of massage that people with migraine try: what each is, what trials say, what members report.",
  alternates: { canonical: "/techniques" },
};

export default async function Techniques() {
  dependOn(tags.techniques);
  return (
    <div className="frame">
      <div className="page-head">
        <h1>Techniques</h1>
        <p className="lead">
          What each one is, whom to ask first, what trials found and did not find, and what members say about it.
        </p>
      </div>
      <TechniqueCards techniques={await listTechniques()} level={2} />
    </div>
  );
}
