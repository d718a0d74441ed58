import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwnDraft } from "@/components/drafts/own-draft";
import { CareCard } from "@/components/screening/care-card";
import { LateEditNote } from "@/components/threads/late-edit-note";
import { ActionForm } from "@/components/ui/form";
import { MarkdownArea } from "@/components/ui/markdown-area";
import { editCommentAction } from "@/lib/comments/actions";
import { getOwnComment } from "@/lib/comments/queries";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { commentPath } from "@/lib/platform/urls";

export const metadata: Metadata = { title: "Edit your comment" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Chosen> };

export default async function EditComment({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await currentMember(`/me/edit/comment/${id}`);
  const comment = await getOwnComment(viewer.memberId, idOf(id) ?? 0);
  if (!comment) notFound();
  const place = `edit-comment-${comment.id}`;
  const chosen = await searchParams;
  const kept = await getKept(viewer.memberId, place, chosen);
  return (
    <>
      <div className="page-head">
        <h1>Edit your comment</h1>
        <p>
          No. {comment.position} under{" "}
          <a href={commentPath(comment.thread, comment.position)}>{comment.thread.title}</a>
        </p>
        <LateEditNote free={comment.free} waits={comment.waits} />
      </div>
      <ActionForm action={editCommentAction} submit="Save" kept={kept?.values}>
        <input type="hidden" name="comment" value={comment.id} />
        <MarkdownArea name="body" label="Your comment" defaultValue={comment.body} rows={6} />
        <OwnDraft place={place} path={`/me/edit/comment/${comment.id}`} kept={kept} chosen={chosen} />
        <CareCard />
      </ActionForm>
    </>
  );
}
