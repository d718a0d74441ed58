import { ActionForm } from "@/components/ui/form";
import { TextArea } from "@/components/ui/fields";
import { When } from "@/components/ui/when";
import { submitAppealAction } from "@/lib/moderation/actions";
import { moderationRefusals } from "@/lib/moderation/labels";
import type { ObjectionView, OwnAppeal } from "@/lib/moderation/queries-objection";

type Props = {
  objection: ObjectionView;
  /** The statement, or the report whose outcome it is about. */
  statement?: number;
  report?: number;
};

/** How to object to a decision, or what became of the objection. */
export function ObjectionSection({ objection, statement, report }: Props) {
  const { appeal, refusal, until } = objection;
  if (appeal) return <Made appeal={appeal} about={report ? "report" : "statement"} />;
  if (refusal === "appeal_overturned" || refusal === "appeal_not_offered") return null;
  return (
    <section id="object" aria-labelledby="object-title">
      <h2 id="object-title">If you think this is wrong</h2>
      {refusal ? (
        <p className="note">{sentenceOf(refusal)}</p>
      ) : (
        <div className="card">
          <p>
            Moderators make mistakes, and everything can be put back as it was. You can object once, until{" "}
            <When at={until} />.
          </p>
          <p>
            Somebody who did not make the decision reads what you write and answers you, as a rule within seven days.
            Until then the decision stands.
          </p>
          <ActionForm action={submitAppealAction} submit="Object to the decision">
            <input type="hidden" name="statement" value={statement ?? 0} />
            <input type="hidden" name="report" value={report ?? 0} />
            <TextArea
              name="body"
              label="What was missed, or misread?"
              hint="In your own words, 20 to 4,000 characters. Only moderators read it."
              rows={6}
            />
          </ActionForm>
        </div>
      )}
    </section>
  );
}

function sentenceOf(refusal: string): string {
  const sentence = moderationRefusals[refusal];
  return typeof sentence === "string" ? sentence : "";
}

const outcomes = {
  statement: {
    upheld: "You were right: the decision was taken back, and what it did was undone.",
    refused: "Somebody else looked at it again, and the decision stands.",
  },
  report: {
    upheld: "You were right to ask: it is looked at again, and a moderator decides anew.",
    refused: "Somebody else looked at it again, and it stays as it is.",
  },
};

function Made({ appeal, about }: { appeal: OwnAppeal; about: "statement" | "report" }) {
  const { outcome, answer, decidedAt, createdAt, dueAt, body } = appeal;
  return (
    <section id="object" aria-labelledby="object-title" className="stack">
      <h2 id="object-title">Your objection</h2>
      {outcome ? (
        <div className="card">
          <p>
            <strong>{outcomes[about][outcome]}</strong>
          </p>
          {answer && <p className="typed">{answer}</p>}
          {decidedAt && (
            <p className="quiet">
              Answered on <When at={decidedAt} />, by a person who did not make the decision.
            </p>
          )}
        </div>
      ) : (
        <p className="note">
          Thank you, it has arrived. Somebody who did not make the decision reads it and answers you, as a rule by{" "}
          <When at={dueAt} />. You get a mail, and the answer stands here. Until then the decision stands.
        </p>
      )}
      <figure className="note note-plum">
        <figcaption className="quiet">
          What you wrote on <When at={createdAt} />
        </figcaption>
        <blockquote className="typed">{body}</blockquote>
      </figure>
    </section>
  );
}
