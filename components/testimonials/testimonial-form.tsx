import type { ReactNode } from "react";
import { CareCard } from "@/components/screening/care-card";
import { FormDraft } from "@/components/drafts/form-draft";
import { ActionForm } from "@/components/ui/form";
import type { FormValues } from "@/lib/platform/form-state";
import type { editTestimonialAction, tellWhatHelpedAction } from "@/lib/testimonials/actions";
import { givenOf } from "./given";
import { EditingSteps, TellingSteps } from "./testimonial-steps";

type Props = {
  action: typeof tellWhatHelpedAction | typeof editTestimonialAction;
  submit: string;
  /** The row of what was told before, when it is changed. */
  given?: Record<string, unknown>;
  /** What the fields begin with instead. */
  kept?: FormValues;
  draft?: ReactNode;
  /** The choice of the technique, or the hidden id of what is edited. */
  children: ReactNode;
};

/** What a technique did to somebody: one question after the other on a phone, all on one page elsewhere. */
export function TestimonialForm({ action, submit, given, kept, draft, children }: Props) {
  return (
    <ActionForm action={action} submit={submit} kept={kept}>
      {draft ?? <FormDraft place="testimonial" about="technique" long />}
      {given ? (
        <>
          {children}
          <EditingSteps given={givenOf(given)} />
        </>
      ) : (
        <TellingSteps technique={children} />
      )}
      <CareCard />
    </ActionForm>
  );
}
