import type { Done, QueueRow } from "@/lib/moderation/queries-queue";
import { ClaimControl } from "./claim-control";
import { DoneLine } from "./done-line";
import { passingOver, type Flow } from "./flow";
import { NextCase } from "./next-case";

type Props = {
  id: number;
  closed: boolean;
  /** Their own words, or their own report. */
  own: boolean;
  claim: QueueRow["claim"];
  /** The case that was decided before this one came. */
  done: Done | undefined;
  flow: Flow;
};

/** What was just done, who looks at this case, and the ways on. */
export function CaseBar({ id, closed, own, claim, done, flow }: Props) {
  return (
    <div className="case-bar stack">
      {done && <DoneLine done={done} />}
      <div className="row">
        <a className="tall-link" href={`/staff/queue${flow.show ? `?show=${flow.show}` : ""}#case-${id}`} data-key="u">
          Back to the queue
        </a>
        <NextCase flow={passingOver(flow, id)} quiet />
        {!closed && <ClaimControl caseId={id} claim={claim} own={own} />}
      </div>
    </div>
  );
}
