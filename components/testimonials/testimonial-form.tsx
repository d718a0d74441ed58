import type { ReactNode } from "react";
import { CareCard } from "@/components/screening/care-card";
import { ActionForm } from "@/components/ui/form";
import { FormDraft } from "@/components/ui/form-draft";
import type { editTestimonialAction, tellWhatHelpedAction } from "@/lib/testimonials/actions";
import { givenOf } from "./given";
import { EditingSteps, TellingSteps } from "./testimonial-steps";

type Props = {
  action: typeof tellWhatHelpedAction | typeof editTestimonialAction;
  submit: string;
  /** The row of what was told before, when it is changed. */
  given?: Record<string, unknown>;
  /** A name under which everything is kept in this browser until it is sent. */
  draft?: string;
  /** The choice of the technique, or the hidden id of what is edited. */
  children: ReactNode;
};

/** What a technique did to somebody: one question after the other on a phone, all on one page elsewhere. */
export function TestimonialForm({ action, submit, given, draft, children }: Props) {
  return (
    <ActionForm action={action} submit={submit}>
      {draft && <FormDraft name={draft} about="technique" />}
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
