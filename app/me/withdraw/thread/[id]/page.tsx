import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/form";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { threadPath } from "@/lib/platform/urls";
import { withdrawThreadAction } from "@/lib/threads/actions";
import { getOwnThread } from "@/lib/threads/queries";

export const metadata: Metadata = { title: "Withdraw" };

export default async function WithdrawThread({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentMember(`/me/withdraw/thread/${id}`, { suspendedToo: true });
  const thread = await getOwnThread(viewer.memberId, idOf(id) ?? 0);
  if (!thread) notFound();
  return (
    <>
      <div className="page-head">
        <h1>Withdraw this?</h1>
        <p className="lead">{thread.title}</p>
        <p>
          It disappears at once, with the comments under it. Your words are erased within seven days. This cannot be
          taken back.
        </p>
      </div>
      <ActionForm action={withdrawThreadAction} className="row">
        <input type="hidden" name="thread" value={thread.id} />
        <button className="button button-grave">Withdraw it</button>
        <a className="button button-plain" href={thread.held ? "/me/waiting" : threadPath(thread)}>
          Keep it
        </a>
      </ActionForm>
    </>
  );
}
