"use client";

import { ActionForm } from "@/components/ui/form";
import { openNextCaseAction } from "@/lib/moderation/actions";
import type { Flow } from "./flow";

/** Claims the next case and opens it. */
export function NextCase({ flow, quiet = false }: { flow: Flow; quiet?: boolean }) {
  return (
    <ActionForm action={openNextCaseAction} className="next-case">
      <FlowFields flow={flow} />
      <button className={quiet ? "button button-quiet" : "button"} data-key="n">
        Next case
      </button>
    </ActionForm>
  );
}

/** What a form carries on, so that somebody who works through the queue comes to what they meant. */
export function FlowFields({ flow: { show, passed } }: { flow: Flow }) {
  return (
    <>
      {show && <input type="hidden" name="show" value={show} />}
      {passed.length > 0 && <input type="hidden" name="passed" value={passed.join(".")} />}
    </>
  );
}
