"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/form";
import { claimCaseAction, releaseCaseAction } from "@/lib/moderation/actions";
import type { QueueRow } from "@/lib/moderation/queries-queue";
import { claimWords } from "./queue-words";

type Props = { caseId: number; claim: QueueRow["claim"]; own: boolean };

/** Who looks at a case, and the button by which one does or does not any more. */
export function ClaimControl({ caseId, claim, own }: Props) {
  const [mine, setMine] = useState(claim?.own ?? false);
  const now = mine ? { who: "", own: true } : claim?.own ? null : claim;
  return (
    <div className="row claim">
      <p className="quiet" role="status">
        {claimWords({ claim: now, own })}
      </p>
      {!own && (mine || !now) && (
        <ActionForm
          action={mine ? releaseCaseAction : claimCaseAction}
          className="claim-form"
          onDone={() => setMine(!mine)}
        >
          <input type="hidden" name="case" value={caseId} />
          <button className="button button-quiet" data-key="c">
            {mine ? "Give back" : "Claim"}
          </button>
        </ActionForm>
      )}
    </div>
  );
}
