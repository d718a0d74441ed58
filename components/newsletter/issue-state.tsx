import { minuteOf, peopleWords } from "@/lib/newsletter/labels";
import type { IssueRow } from "@/lib/newsletter/queries";

const names: Record<IssueRow["state"], string> = {
  draft: "Draft",
  waits: "Waits for its time",
  sending: "Is being sent",
  sent: "Sent",
  empty: "Not sent: nothing left",
};

/** Where an issue stands, and what became of it. Whether a mail was opened is not known here. */
export function IssueState({ issue }: { issue: IssueRow }) {
  const { state, scheduledFor, startedAt, sentCount, bouncedCount, leftCount } = issue;
  return (
    <>
      <p className="meta">
        <span className={state === "empty" ? "tag tag-clay" : "tag"}>{names[state]}</span>
        {startedAt ? <span>{minuteOf(startedAt)}</span> : scheduledFor && <span>{minuteOf(scheduledFor)}</span>}
      </p>
      {state === "empty" && (
        <p>
          When its time came, not one of its articles could be read by everyone, so{" "}
          {startedAt ? "no more of it was sent." : "it was not sent."}
        </p>
      )}
      {startedAt && (
        <p>
          Sent to {peopleWords(sentCount)}. Came back: {bouncedCount}. Left since: {leftCount}.
        </p>
      )}
    </>
  );
}
