import type { Metadata } from "next";
import { When } from "@/components/ui/when";
import { requireStaff } from "@/lib/moderation/gate";
import { listLog } from "@/lib/moderation/queries";
import { readCursor, writeCursor } from "@/lib/platform/pagination";

export const metadata: Metadata = { title: "Log" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function Log({ searchParams }: Props) {
  await requireStaff("/staff/log");
  const { rows, older } = await listLog(readCursor((await searchParams).before));
  return (
    <>
      <div className="page-head">
        <h1>Log</h1>
        <p className="lead">
          Everything that moderators did. The database does not let anyone change or delete a line.
        </p>
      </div>
      <div className="table-wrap" tabIndex={0} role="region" aria-label="The log">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Did</th>
              <th scope="col">About</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <When at={row.createdAt} />
                </td>
                <td>{row.actor}</td>
                <td>{row.act.replace(/_/g, " ")}</td>
                <td>{subjectLink(row.subject)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="note">Nothing was done yet.</p>}
      {older && (
        <p>
          <a className="button button-quiet" href={`/staff/log?before=${writeCursor(older)}`}>
            Older
          </a>
        </p>
      )}
    </>
  );
}

function subjectLink(subject: string) {
  const [kind, id] = subject.split(":");
  return kind === "case" ? <a href={`/staff/cases/${id}`}>case {id}</a> : subject.replace(":", " ");
}
