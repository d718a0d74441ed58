import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CareCard } from "@/components/screening/care-card";
import { LateEditNote } from "@/components/threads/late-edit-note";
import { ActionForm } from "@/components/ui/form";
import { MarkdownArea } from "@/components/ui/markdown-area";
import { editCommentAction } from "@/lib/comments/actions";
import { getOwnComment } from "@/lib/comments/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { commentPath } from "@/lib/platform/urls";

export const metadata: Metadata = { title: "Edit your comment" };

export default async function EditComment({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentMember(`/me/edit/comment/${id}`);
  const comment = await getOwnComment(viewer.memberId, idOf(id) ?? 0);
  if (!comment) notFound();
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
      <ActionForm action={editCommentAction} submit="Save">
        <input type="hidden" name="comment" value={comment.id} />
        <MarkdownArea name="body" label="Your comment" defaultValue={comment.body} rows={6} />
        <CareCard />
      </ActionForm>
    </>
  );
}
