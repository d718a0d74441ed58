import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwnDraft } from "@/components/drafts/own-draft";
import { PostFields } from "@/components/posts/post-fields";
import { CareCard } from "@/components/screening/care-card";
import { LateEditNote } from "@/components/threads/late-edit-note";
import { ActionForm } from "@/components/ui/form";
import { getKept, type Chosen } from "@/lib/drafts/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { editPostAction } from "@/lib/posts/actions";
import { getEditablePost } from "@/lib/posts/queries";

export const metadata: Metadata = { title: "Edit your post" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Chosen> };

export default async function EditPost({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await currentMember(`/me/edit/post/${id}`);
  const post = await getEditablePost(viewer.memberId, idOf(id) ?? 0);
  if (!post) notFound();
  const place = `edit-post-${post.id}`;
  const chosen = await searchParams;
  const kept = await getKept(viewer.memberId, place, chosen);
  return (
    <>
      <div className="page-head">
        <h1>Edit your post</h1>
        <LateEditNote free={post.free} waits={post.waits} />
      </div>
      <ActionForm action={editPostAction} submit="Save" kept={kept?.values}>
        <input type="hidden" name="thread" value={post.id} />
        <PostFields given={post} />
        <OwnDraft place={place} path={`/me/edit/post/${post.id}`} kept={kept} chosen={chosen} />
        <CareCard />
      </ActionForm>
    </>
  );
}
