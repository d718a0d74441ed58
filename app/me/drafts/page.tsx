import type { Metadata } from "next";
import { DraftCard } from "@/components/drafts/draft-card";
import { SendWaiting } from "@/components/drafts/send-waiting";
import { listDrafts } from "@/lib/drafts/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { pageAudience } from "@/lib/serving/context";

export const metadata: Metadata = { title: "Drafts" };

export default async function Drafts() {
  const viewer = await currentMember("/me/drafts", { suspendedToo: true });
  const drafts = await listDrafts(viewer.memberId, pageAudience());
  return (
    <>
      <div className="page-head">
        <h1>Drafts</h1>
        <p className="lead">
          What you typed and have not sent. Nobody but you can read it, moderators neither. A draft stays for 180 days
          after you last typed, and goes when you send it. There is room for 50; then the oldest one goes.
        </p>
      </div>
      <SendWaiting />
      {drafts.length === 0 ? (
        <p className="note">There is none at the moment. Whatever you begin to write is kept here by itself.</p>
      ) : (
        <div className="stack">
          {drafts.map((draft) => (
            <DraftCard key={draft.id} draft={draft} />
          ))}
        </div>
      )}
    </>
  );
}
