import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CommentForm } from "@/components/comments/comment-form";
import { FormDraft } from "@/components/drafts/form-draft";
import { allDrafts } from "@/components/drafts/sentences";
import { PostFields } from "@/components/posts/post-fields";
import { CareCard } from "@/components/screening/care-card";
import { TechniqueField } from "@/components/techniques/technique-field";
import { TestimonialForm } from "@/components/testimonials/testimonial-form";
import { ActionForm } from "@/components/ui/form";
import { draftLabels } from "@/lib/drafts/labels";
import { finishPath, getOwnDraft, type Draft } from "@/lib/drafts/queries";
import { placeOf } from "@/lib/drafts/schema";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { threadPath } from "@/lib/platform/urls";
import { startPostAction } from "@/lib/posts/actions";
import { pageAudience } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";
import { tellWhatHelpedAction } from "@/lib/testimonials/actions";
import { getThread } from "@/lib/threads/queries";

export const metadata: Metadata = { title: "Go on writing" };

/**
 * Where a draft is finished whose form stands on a page that everybody shares, and that can hold nobody's words. Works
 * without JavaScript.
 */
export default async function FinishDraft({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentMember(`/me/drafts/${id}`, { suspendedToo: true });
  const draft = await getOwnDraft(viewer.memberId, idOf(id) ?? 0);
  const place = draft && placeOf(draft.place);
  if (!draft || !place) notFound();
  if (place.kind === "comment") return <FinishComment draft={draft} threadId={place.id} />;
  if (place.kind === "post") return <FinishPost draft={draft} />;
  if (place.kind === "testimonial") return <FinishTestimonial draft={draft} />;
  redirect(finishPath(place, draft.id));
}

async function FinishPost({ draft }: { draft: Draft }) {
  return (
    <>
      <div className="page-head">
        <h1>{draftLabels.post}</h1>
      </div>
      <ActionForm action={startPostAction} submit="Post it" kept={draft.values}>
        <TechniqueField techniques={await listTechniques()} chosen={undefined} />
        <PostFields />
        <FormDraft place="post" kept={draft} instead={allDrafts} />
        <CareCard />
      </ActionForm>
    </>
  );
}

async function FinishTestimonial({ draft }: { draft: Draft }) {
  return (
    <>
      <div className="page-head">
        <h1>{draftLabels.testimonial}</h1>
      </div>
      <TestimonialForm
        action={tellWhatHelpedAction}
        submit="Tell it"
        kept={draft.values}
        draft={<FormDraft place="testimonial" about="technique" kept={draft} instead={allDrafts} long />}
      >
        <TechniqueField techniques={await listTechniques()} chosen={undefined} />
      </TestimonialForm>
    </>
  );
}

async function FinishComment({ draft, threadId }: { draft: Draft; threadId: number }) {
  const thread = await getThread(threadId, pageAudience());
  return (
    <>
      <div className="page-head">
        <h1>{draftLabels.comment}</h1>
        {thread ? (
          <p>
            Under <a href={threadPath(thread)}>{thread.title}</a>
          </p>
        ) : (
          <p className="note">The thread is not here any more. What you wrote is still here, to copy it.</p>
        )}
      </div>
      <CommentForm threadId={threadId} kept={draft} />
    </>
  );
}
