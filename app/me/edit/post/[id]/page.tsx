import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PostFields } from "@/components/posts/post-fields";
import { CareCard } from "@/components/screening/care-card";
import { LateEditNote } from "@/components/threads/late-edit-note";
import { ActionForm } from "@/components/ui/form";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { editPostAction } from "@/lib/posts/actions";
import { getEditablePost } from "@/lib/posts/queries";

export const metadata: Metadata = { title: "Edit your post" };

export default async function EditPost({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentMember(`/me/edit/post/${id}`);
  const post = await getEditablePost(viewer.memberId, idOf(id) ?? 0);
  if (!post) notFound();
  return (
    <>
      <div className="page-head">
        <h1>Edit your post</h1>
        <LateEditNote free={post.free} waits={post.waits} />
      </div>
      <ActionForm action={editPostAction} submit="Save">
        <input type="hidden" name="thread" value={post.id} />
        <PostFields given={post} />
        <CareCard />
      </ActionForm>
    </>
  );
}
