import type { Metadata } from "next";
import { When } from "@/components/ui/when";
import { requireStaff } from "@/lib/moderation/gate";
import { reasonLabels } from "@/lib/moderation/labels";
import { listQueue, readQueueCursor, writeQueueCursor, type QueueRow } from "@/lib/moderation/queries-queue";

export const metadata: Metadata = { title: "Queue" };

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function Queue({ searchParams }: Props) {
  const actor = await requireStaff("/staff/queue");
  const { rows, more } = await listQueue(actor, { filter: null, after: readQueueCursor((await searchParams).after) });
  return (
    <>
      <div className="page-head">
        <h1>Queue</h1>
        <p className="lead">
          What people asked you to look at. Worries about a person come first, then what is due first.
        </p>
      </div>
      {rows.length === 0 && <p className="note">Nothing is waiting. Thank you.</p>}
      <ul className="threads">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {more && (
        <p>
          <a className="button button-quiet" href={`/staff/queue?after=${writeQueueCursor(more)}`}>
            More
          </a>
        </p>
      )}
    </>
  );
}

function Row({ row }: { row: QueueRow }) {
  return (
    <li className="card card-link thread-row">
      <p className="meta">
        <strong className={row.reason === "worried_about_person" ? "tag tag-clay" : "tag"}>
          {reasonLabels[row.reason]}
        </strong>
        <span>{reportsWords(row.reportCount)}</span>
        {row.suspicion && <strong className="tag tag-plum">Waits to be seen</strong>}
        {row.dueMinutes < 0 && <strong className="tag tag-clay">Waiting too long</strong>}
      </p>
      <h2>
        <a href={`/staff/cases/${row.id}`}>
          {row.title}
          {row.position ? `, comment ${row.position}` : ""}
        </a>
      </h2>
      {row.suspicion && <p>{row.suspicion}</p>}
      <p className="extract">{row.extract}</p>
      <p className="meta">
        <span>
          Open since <When at={row.openedAt} />
        </span>
      </p>
    </li>
  );
}

function reportsWords(count: number): string {
  if (count === 0) return "No report";
  return count === 1 ? "1 report" : `${count} reports`;
}
