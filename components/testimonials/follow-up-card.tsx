import { When } from "@/components/ui/when";
import { Words } from "@/components/ui/words";
import { answerLabels, followUpLabels, questions } from "@/lib/testimonials/labels";
import type { ShownFollowUp } from "@/lib/testimonials/queries";
import { answerRow, FactList, OutcomeText } from "./answer-list";

/** How it was later, with its date. */
export function FollowUpCard({ later }: { later: ShownFollowUp }) {
  const title = `follow-up-${later.after}`;
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>{followUpLabels[later.after]}</h2>
      <p className="meta">
        <span>
          told <When at={later.toldAt} />
        </span>
      </p>
      <p className={`effect effect-${later.effect}`}>
        <span className="quiet">{questions.effect}</span>
        <strong>{answerLabels.effect[later.effect]}</strong>
      </p>
      <FactList
        rows={[
          answerRow("effectDays", "change", later.effectDays),
          answerRow("effectIntensity", "change", later.effectIntensity),
          answerRow("effectLength", "change", later.effectLength),
          answerRow("functionAfter", "function", later.functionAfter),
          answerRow("relief", "relief", later.relief),
          answerRow("unwanted", "unwanted", later.unwanted),
          answerRow("continuing", "continuing", later.continuing),
          answerRow("stoppedWhy", "stoppedWhy", later.stoppedWhy),
        ]}
      />
      <OutcomeText text={later.unwantedText} />
      {later.noteHtml && <Words html={later.noteHtml} />}
    </section>
  );
}
