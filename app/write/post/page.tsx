import type { Metadata } from "next";
import { FormDraft } from "@/components/drafts/form-draft";
import { PostFields } from "@/components/posts/post-fields";
import { CareCard } from "@/components/screening/care-card";
import { TechniqueField } from "@/components/techniques/technique-field";
import { ActionForm } from "@/components/ui/form";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { startPostAction } from "@/lib/posts/actions";
import { dependOn } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = { title: "Ask, tell or advise", robots: { index: false } };

type Props = { searchParams: Promise<{ technique?: string | string[] }> };

export default async function WritePost({ searchParams }: Props) {
  dependOn(tags.techniques);
  const chosen = one((await searchParams).technique);
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>Ask, tell or advise</h1>
        <p className="lead">
          No diagnoses, no doses, no “stop taking that”. Everything else that is yours is welcome. The{" "}
          <a href="/guidelines">guidelines</a> are short.
        </p>
      </div>
      <ActionForm action={startPostAction} submit="Post it">
        <TechniqueField techniques={await listTechniques()} chosen={chosen} />
        <PostFields />
        <FormDraft place="post" />
        <CareCard />
      </ActionForm>
    </div>
  );
}
