import { decisionLabels } from "@/lib/moderation/labels";
import type { BatchRow } from "@/lib/moderation/queries-batch";

/** Everything that was in a batch. */
export function BatchList({ rows }: { rows: BatchRow[] }) {
  return (
    <ul className="threads" aria-label="What was in it">
      {rows.map((row) => (
        <li key={`${row.caseId} ${row.kind}`} className="card card-link thread-row">
          <p className="meta">
            <strong>{decisionLabels[row.kind]}</strong>
            <span>{row.author}</span>
            {row.overturnedAt && <span className="tag">Taken back</span>}
          </p>
          <h2>
            <a href={`/staff/cases/${row.caseId}`}>
              {row.kind === "ban" ? row.author : row.title}
              {row.position && row.kind !== "ban" ? `, comment ${row.position}` : ""}
            </a>
          </h2>
        </li>
      ))}
    </ul>
  );
}
