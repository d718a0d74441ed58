import { ActionForm } from "@/components/ui/form";
import { ChoiceField, TextArea } from "@/components/ui/fields";
import { decideAppealAction } from "@/lib/moderation/actions";
import { moderationRefusals } from "@/lib/moderation/labels";
import type { AppealView } from "@/lib/moderation/queries-appeal";

const choices = {
  author: [
    { value: "upheld", label: "Take the decision back", hint: "What it did is undone at once, and nothing else." },
    { value: "refused", label: "Let it stand", hint: "Nothing changes." },
  ],
  reporter: [
    { value: "upheld", label: "Look at it again", hint: "The case opens again, and somebody decides anew." },
    { value: "refused", label: "Let it stand", hint: "It stays as it is." },
  ],
};

/** Answers an appeal, or says why somebody else has to. */
export function AnswerForm({ appeal }: { appeal: AppealView }) {
  if (appeal.refusal) {
    const sentence = moderationRefusals[appeal.refusal];
    return <p className="note">{typeof sentence === "string" ? sentence : "Somebody else has to answer this."}</p>;
  }
  const offered = choices[appeal.by].filter(({ value }) => value === "upheld" || !appeal.decision.overturnedAt);
  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer">Answer it</h2>
      <ActionForm action={decideAppealAction} submit="Send the answer">
        <input type="hidden" name="appeal" value={appeal.id} />
        <input type="hidden" name="version" value={appeal.version} />
        <ChoiceField name="outcome" label="Does the decision stand?" choices={offered} />
        <TextArea
          name="answer"
          label="Your answer"
          hint="They read this, here and in a mail. Say what you looked at, and why. 10 to 2,000 characters."
          rows={5}
        />
      </ActionForm>
    </section>
  );
}
