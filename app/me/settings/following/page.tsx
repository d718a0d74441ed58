import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { unfollowAction } from "@/lib/follows/actions";
import { listFollowed } from "@/lib/follows/queries";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "What you follow" };

const words = { technique: "Technique", thread: "Thread", member: "Member" };

export default async function Following() {
  const viewer = await currentMember("/me/settings/following");
  const followed = await listFollowed(viewer.memberId);
  return (
    <>
      <div className="page-head">
        <h1>What you follow</h1>
        <p className="lead">It fills your feed. Nobody is told when you stop.</p>
      </div>
      {followed.length === 0 && (
        <p className="note">
          Nothing yet. <a href="/techniques">The techniques</a> are a good place to begin.
        </p>
      )}
      <ul className="threads">
        {followed.map((subject) => (
          <li key={`${subject.kind}${subject.id}`} className="card row">
            <span className="tag">{words[subject.kind]}</span>
            <a href={subject.href}>{subject.name}</a>
            <ActionForm action={unfollowAction} className="bar-end">
              <input type="hidden" name="kind" value={subject.kind} />
              <input type="hidden" name="id" value={subject.id} />
              <button className="button button-quiet">
                Stop following<span className="visually-hidden"> {subject.name}</span>
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}
