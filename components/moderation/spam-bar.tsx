"use client";

import { ChoicesField } from "@/components/ui/fields";
import { ActionForm, useField } from "@/components/ui/form";
import { removeSpamAction } from "@/lib/moderation/actions";

/** Removes what is chosen in the queue; the boxes beside the cases name this form. */
export function SpamBar() {
  return (
    <section className="card spam-bar" aria-labelledby="spam-title">
      <h2 id="spam-title">What is chosen is spam</h2>
      <ActionForm id="spam" action={removeSpamAction}>
        <Complaint />
        <ChoicesField
          name="bans"
          label="And the people who wrote it?"
          hint="Only those who joined in the last seven days. They are told why, and how to object."
          choices={[{ value: "newcomers", label: "Ban the authors who are new here" }]}
        />
        <div className="form-send">
          <button className="button" data-key-focus="b">
            Remove the chosen as spam
          </button>
        </div>
        <p className="hint">It can be undone as one on the page that comes next.</p>
      </ActionForm>
    </section>
  );
}

function Complaint() {
  const { error } = useField("chosen");
  return error ? <p className="field-error">{error}</p> : null;
}
