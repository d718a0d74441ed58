import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Words } from "@/components/ui/words";
import { When } from "@/components/ui/when";
import { getCommentHistory } from "@/lib/comments/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf, one } from "@/lib/platform/params";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { listPostRevisions } from "@/lib/posts/queries";
import { getThread } from "@/lib/threads/queries";

export const metadata: Metadata = { title: "What stood here before" };

type Props = { searchParams: Promise<{ thread?: string | string[]; comment?: string | string[] }> };

/** What a thread or a comment was before its late edits. For members. */
export default async function History({ searchParams }: Props) {
  const query = await searchParams;
  await currentMember("/me");
  const history = one(query.comment) ? await ofComment(one(query.comment)) : await ofThread(one(query.thread));
  if (!history) notFound();
  return (
    <>
      <div className="page-head">
        <h1>What stood here before</h1>
        <p>
          <a href={history.href}>{history.title}</a>
        </p>
      </div>
      <ol className="stack plain-list">
        {history.revisions.map((revision) => (
          <li key={revision.replacedAt.toISOString()} className="card">
            <p className="quiet">
              Until <When at={revision.replacedAt} />
            </p>
            {revision.title && <h2>{revision.title}</h2>}
            <Words html={revision.bodyHtml} />
          </li>
        ))}
      </ol>
    </>
  );
}

async function ofThread(id: string | undefined) {
  const thread = await getThread(idOf(id ?? "") ?? 0, "members");
  if (!thread) return null;
  return { title: thread.title, href: threadPath(thread), revisions: await listPostRevisions(thread.id) };
}

async function ofComment(id: string | undefined) {
  const found = await getCommentHistory(idOf(id ?? "") ?? 0);
  if (!found) return null;
  const { thread, position } = found;
  const revisions = found.revisions.map((revision) => ({ ...revision, title: null }));
  return { title: `No. ${position}, ${thread.title}`, href: commentPath(thread, position), revisions };
}
