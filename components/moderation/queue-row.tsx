import { When } from "@/components/ui/when";
import { originLabels, reasonLabels } from "@/lib/moderation/labels";
import type { Done, QueueRow as Row } from "@/lib/moderation/queries-queue";
import { claimWords, doneWords, dueWords, reportsWords } from "./queue-words";

type Props = { row: Row; done?: Done };

/** One case of the queue. What others do with it changes its words, and never its place. */
export function QueueRow({ row, done }: Props) {
  return (
    <li className="card card-link thread-row queue-row" id={`case-${row.id}`} data-row>
      <p className="meta">
        <strong className={row.urgency === 0 ? "tag tag-clay" : "tag"}>{reasonLabels[row.reason]}</strong>
        <span>{originLabels[row.origin]}</span>
        <span>{reportsWords(row.reportCount)}</span>
        <span className={row.dueMinutes < 0 ? "tag tag-clay" : undefined}>{dueWords(row.dueMinutes)}</span>
      </p>
      <h2>
        <a href={`/staff/cases/${row.id}`}>{nameOf(row)}</a>
      </h2>
      {row.suspicion && <p>{row.suspicion}</p>}
      {row.distressing ? (
        <p className="quiet">Open it when you are ready.</p>
      ) : (
        <p className="extract">{row.extract}</p>
      )}
      <div className="queue-foot">
        <p className="meta">
          <span className="queue-state">{done ? doneWords(done) : claimWords(row)}</span>
          <span>
            Open since <When at={row.openedAt} />
          </span>
        </p>
        {!done && !row.own && <Tools row={row} />}
      </div>
    </li>
  );
}

/** The title of a thread belongs to its words; that of what somebody commented on does not. */
function nameOf({ id, title, position, distressing }: Row): string {
  if (position) return `${title}, comment ${position}`;
  return distressing ? `A text that may be hard to read, case ${id}` : title;
}

/** Their forms stand apart, because a form cannot stand in another one. */
function Tools({ row }: { row: Row }) {
  const name = <span className="visually-hidden"> case {row.id}</span>;
  const free = !row.claim || row.claim.own;
  return (
    <div className="row queue-tools">
      {free && (
        <button
          className="button button-plain"
          form={row.claim ? "release" : "claim"}
          name="case"
          value={row.id}
          data-key="c"
        >
          {row.claim ? "Give back" : "Claim"}
          {name}
        </button>
      )}
      {row.removable && (
        <label className="choice">
          <input
            type="checkbox"
            form="spam"
            name="chosen"
            value={`${row.id}.${row.version}`}
            data-key="x"
            // In a form it would send everything that is chosen.
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
          <span>Choose{name}</span>
        </label>
      )}
    </div>
  );
}
