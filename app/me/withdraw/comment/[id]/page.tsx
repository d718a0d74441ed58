import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/form";
import { withdrawCommentAction } from "@/lib/comments/actions";
import { getOwnComment } from "@/lib/comments/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { commentPath } from "@/lib/platform/urls";

export const metadata: Metadata = { title: "Withdraw" };

export default async function WithdrawComment({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentMember(`/me/withdraw/comment/${id}`, { suspendedToo: true });
  const comment = await getOwnComment(viewer.memberId, idOf(id) ?? 0);
  if (!comment) notFound();
  return (
    <>
      <div className="page-head">
        <h1>Withdraw your comment?</h1>
        <p className="lead">
          No. {comment.position} under {comment.thread.title}
        </p>
        <p>
          Its words disappear at once and are erased within seven days. Its number stays, so that answers keep their
          place. This cannot be taken back.
        </p>
      </div>
      <ActionForm action={withdrawCommentAction} className="row">
        <input type="hidden" name="comment" value={comment.id} />
        <button className="button button-grave">Withdraw it</button>
        <a
          className="button button-plain"
          href={comment.held ? "/me/waiting" : commentPath(comment.thread, comment.position)}
        >
          Keep it
        </a>
      </ActionForm>
    </>
  );
}
