import type { ReactNode } from "react";
import { CareCard } from "@/components/screening/care-card";
import { ActionForm } from "@/components/ui/form";
import type { FormValues } from "@/lib/platform/form-state";
import type { tellFollowUpAction } from "@/lib/testimonials/actions";
import type { FollowUpTime } from "@/lib/testimonials/schema";
import { FollowUpSteps } from "./follow-up-steps";
import { givenOf } from "./given";

type Props = {
  action: typeof tellFollowUpAction;
  thread: number;
  after: FollowUpTime;
  /** The row of what was told at this time before, when it is changed. */
  given?: Record<string, unknown>;
  /** What the fields begin with instead. */
  kept?: FormValues;
  draft: ReactNode;
};

/** How it is 30 or 90 days later: what it does now, and whether it goes on. */
export function FollowUpForm({ action, thread, after, given, kept, draft }: Props) {
  return (
    <ActionForm action={action} submit={given ? "Save" : "Tell how it is now"} kept={kept}>
      <input type="hidden" name="thread" value={thread} />
      <input type="hidden" name="after" value={after} />
      {draft}
      <FollowUpSteps given={givenOf(given ?? {})} />
      <CareCard />
    </ActionForm>
  );
}
