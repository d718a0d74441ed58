import { When } from "@/components/ui/when";
import { decisionLabels, ruleLabels } from "@/lib/moderation/labels";
import type { AppealView, TakenAway } from "@/lib/moderation/queries-appeal";
import { Veil } from "./veil";

type Props = { appeal: AppealView; taken: TakenAway[]; distressing: boolean };

const fieldNames: Record<string, string> = {
  title: "The title as it was",
  body: "The text as it was",
  story: "The story as it was",
  tip: "The advice as it was",
  unwanted_text: "What was unwanted, as it was",
  held_edit: "The edit that was refused",
};

/** The decision that somebody objects to, as its author was told of it. */
export function AppealedDecision({ appeal: { decision }, taken, distressing }: Props) {
  const { kind, rule, legalGround, moderator, createdAt, endsAt, overturnedAt, from, to, reason } = decision;
  return (
    <section aria-labelledby="decided" className="stack">
      <h2 id="decided">What was decided</h2>
      <div className="card">
        <p className="meta">
          <strong>{decisionLabels[kind]}</strong>
          <span>{legalGround ?? ruleLabels[rule]}</span>
          <span>{moderator ?? "The software"}</span>
          <When at={createdAt} />
          {endsAt && (
            <span>
              until <When at={endsAt} />
            </span>
          )}
          {overturnedAt && <span className="tag tag-leaf">Taken back already</span>}
        </p>
        {from && to && (
          <p>
            From {from} to {to}.
          </p>
        )}
        <p className="typed">{reason}</p>
      </div>
      {taken.map(({ field, original }) => (
        <figure key={field} className="note note-plum">
          <figcaption className="quiet">{fieldNames[field] ?? field}</figcaption>
          <Veil over={distressing}>
            <blockquote className="typed">{original}</blockquote>
          </Veil>
        </figure>
      ))}
    </section>
  );
}
