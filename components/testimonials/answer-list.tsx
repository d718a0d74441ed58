import { answerLabels, questions } from "@/lib/testimonials/labels";
import type { Testimonial } from "@/lib/testimonials/queries";

type Field = keyof typeof answerLabels;
type Row = { question: string; answer: string };

/** A question with its answer in words; null where it was left out. */
export function answerRow(
  name: keyof typeof questions,
  field: Field,
  given: string | number | string[] | null,
): Row | null {
  if (given === null || (Array.isArray(given) && given.length === 0)) return null;
  const labels: Record<string, string> = answerLabels[field];
  return {
    question: questions[name],
    answer: [given]
      .flat()
      .map((each) => labels[each])
      .join(", "),
  };
}

export function FactList({ rows }: { rows: (Row | null)[] }) {
  return (
    <dl className="facts">
      {rows.map(
        (row) =>
          row && (
            <div key={row.question}>
              <dt>{row.question}</dt>
              <dd>{row.answer}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

export function OutcomeText({ text }: { text: string }) {
  if (!text) return null;
  return (
    <p>
      <strong>What happened:</strong> <span data-words="">{text}</span>
    </p>
  );
}

/** The answers of a testimonial in words. What was not answered is left out. */
export function AnswerList({ told }: { told: Testimonial }) {
  return (
    <>
      <p className={`effect effect-${told.effect}`}>
        <span className="quiet">{questions.effect}</span>
        <strong>{answerLabels.effect[told.effect]}</strong>
      </p>
      <FactList rows={rowsOf(told)} />
      <OutcomeText text={told.unwantedText} />
    </>
  );
}

function rowsOf(told: Testimonial): (Row | null)[] {
  const number = (name: "sessionMinutes" | "weeks") =>
    told[name] === null ? null : { question: questions[name], answer: String(told[name]) };
  return [
    answerRow("givenBy", "givenBy", told.givenBy),
    answerRow("setting", "setting", told.setting),
    answerRow("expected", "expected", told.expected),
    answerRow("functionBefore", "function", told.functionBefore),
    answerRow("areas", "areas", told.areas),
    answerRow("pressure", "pressure", told.pressure),
    number("sessionMinutes"),
    answerRow("frequency", "frequency", told.frequency),
    number("weeks"),
    answerRow("effectDays", "change", told.effectDays),
    answerRow("effectIntensity", "change", told.effectIntensity),
    answerRow("effectLength", "change", told.effectLength),
    answerRow("functionAfter", "function", told.functionAfter),
    answerRow("relief", "relief", told.relief),
    answerRow("unwanted", "unwanted", told.unwanted),
    answerRow("touchPainful", "touchPainful", told.touchPainful),
    answerRow("continuing", "continuing", told.continuing),
    answerRow("stoppedWhy", "stoppedWhy", told.stoppedWhy),
    answerRow("otherChanges", "otherChanges", told.otherChanges),
    answerRow("cost", "cost", told.cost),
    answerRow("wouldAgain", "wouldAgain", told.wouldAgain),
    answerRow("diagnosed", "diagnosed", told.diagnosed),
    answerRow("migraineType", "migraineType", told.migraineType),
  ];
}
