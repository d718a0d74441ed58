import { When } from "@/components/ui/when";
import type { LogRow } from "@/lib/moderation/queries-log";
import { actWords, subjectOf } from "./log-words";

/** Lines of the staff's log, with the ways to everything else that was done with the same thing. */
export function LogTable({ rows }: { rows: LogRow[] }) {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label="The log">
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Did</th>
            <th scope="col">About</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.seq ?? "–"}</td>
              <td>
                <When at={row.createdAt} />
              </td>
              <td>{row.actor ?? `member ${row.actorId}`}</td>
              <td>{actWords(row.act)}</td>
              <td>
                <Subject row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Subject({ row }: { row: LogRow }) {
  const { words, href } = subjectOf(row);
  return (
    <>
      {href ? <a href={href}>{words}</a> : words}{" "}
      <a href={`/staff/log?about=${row.subject}`}>
        all<span className="visually-hidden"> about {words}</span>
      </a>
    </>
  );
}
