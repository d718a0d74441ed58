import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BatchList } from "@/components/moderation/batch-list";
import { LeftOut } from "@/components/moderation/left-out";
import { batchKeys } from "@/components/moderation/key-list";
import { Keys } from "@/components/moderation/keys";
import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { undoBatchAction } from "@/lib/moderation/actions";
import { requireStaff } from "@/lib/moderation/gate";
import { getBatch } from "@/lib/moderation/queries-batch";
import { idOf, one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Decided as one" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ left?: string | string[] }> };

export default async function BatchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { left } = await searchParams;
  await requireStaff(`/staff/batches/${id}`);
  const number = idOf(id);
  const batch = number ? await getBatch(number) : null;
  if (!batch) notFound();
  const removed = batch.rows.filter(({ kind }) => kind === "remove").length;
  return (
    <>
      <div className="page-head">
        <h1>Removed as spam: {removed === 1 ? "1 case" : `${removed} cases`}</h1>
        <p className="meta">
          <strong>{batch.moderator}</strong>
          <When at={batch.createdAt} />
          {batch.undoneAt && <span className="tag tag-clay">Undone</span>}
        </p>
      </div>
      <div className="stack">
        <LeftOut left={one(left) ?? ""} />
        {batch.undoneAt ? (
          <p className="note" role="status">
            {batch.undoneBy} has undone this on <When at={batch.undoneAt} />. What was decided about one of these since
            then still stands.
          </p>
        ) : (
          <ActionForm action={undoBatchAction} className="stack">
            <input type="hidden" name="batch" value={batch.id} />
            <p>Was it a mistake? Undo brings everything back as it was, lifts the bans, and opens the cases again.</p>
            <div className="form-send">
              <button className="button button-grave" data-key-focus="b">
                Undo all of it
              </button>
            </div>
          </ActionForm>
        )}
        <BatchList rows={batch.rows} />
        <p>
          <a className="tall-link" href="/staff/queue" data-key="u">
            Back to the queue
          </a>
        </p>
        <Keys help={batchKeys} />
      </div>
    </>
  );
}
