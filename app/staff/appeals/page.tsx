import type { Metadata } from "next";
import { When } from "@/components/ui/when";
import { requireStaff } from "@/lib/moderation/gate";
import { decisionLabels } from "@/lib/moderation/labels";
import { listAppeals, type AppealRow } from "@/lib/moderation/queries-appeal";
import { readCursor, writeCursor } from "@/lib/platform/pagination";

export const metadata: Metadata = { title: "Appeals" };

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function Appeals({ searchParams }: Props) {
  const actor = await requireStaff("/staff/appeals");
  const { rows, more } = await listAppeals(actor, readCursor((await searchParams).after));
  return (
    <>
      <div className="page-head">
        <h1>Appeals</h1>
        <p className="lead">
          Who objects to a decision, what is due first at the top. Whoever decided does not answer.
        </p>
      </div>
      {rows.length === 0 && <p className="note">Nobody is waiting for an answer. Thank you.</p>}
      <ul className="threads">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {more && (
        <p>
          <a className="button button-quiet" href={`/staff/appeals?after=${writeCursor(more)}`}>
            More
          </a>
        </p>
      )}
    </>
  );
}

function Row({ row }: { row: AppealRow }) {
  return (
    <li className="card card-link thread-row">
      <p className="meta">
        <strong className="tag">{decisionLabels[row.kind]}</strong>
        <span>{row.by === "author" ? "The author objects" : "Who reported it objects"}</span>
        {row.overdue && <strong className="tag tag-clay">Waiting too long</strong>}
        {row.overturned && <span className="tag tag-leaf">Taken back already</span>}
        {!row.mayAnswer && <span className="tag tag-plum">For somebody else</span>}
      </p>
      <h2>
        <a href={`/staff/appeals/${row.id}`}>
          {row.title}
          {row.position ? `, comment ${row.position}` : ""}
        </a>
      </h2>
      <p className="meta">
        <span>Decided by {row.moderator ?? "the software"}</span>
        <span>
          Appealed on <When at={row.createdAt} />
        </span>
        <span>
          Due on <When at={row.dueAt} />
        </span>
      </p>
    </li>
  );
}
