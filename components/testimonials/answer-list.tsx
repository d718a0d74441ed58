import { answerLabels, questions } from "@/lib/testimonials/labels";
import type { Testimonial } from "@/lib/testimonials/queries";

type Field = keyof typeof answerLabels;

/** The answers of a testimonial in words. What was not answered is left out. */
export function AnswerList({ told }: { told: Testimonial }) {
  const rows = rowsOf(told).filter((row) => row.answer !== null);
  return (
    <>
      <p className={`effect effect-${told.effect}`}>
        <span className="quiet">{questions.effect}</span>
        <strong>{answerLabels.effect[told.effect]}</strong>
      </p>
      <dl className="facts">
        {rows.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {told.unwantedText && (
        <p>
          <strong>What happened:</strong> {told.unwantedText}
        </p>
      )}
    </>
  );
}

function rowsOf(told: Testimonial): { question: string; answer: string | null }[] {
  const choice = (field: Field, value: string | null) =>
    value === null ? null : ((answerLabels[field] as Record<string, string>)[value] ?? null);
  const several = (field: Field, values: string[]) =>
    values.length === 0 ? null : values.map((value) => choice(field, value)).join(", ");
  return [
    { question: questions.givenBy, answer: choice("givenBy", told.givenBy) },
    { question: questions.setting, answer: choice("setting", told.setting) },
    { question: questions.areas, answer: several("areas", told.areas) },
    { question: questions.pressure, answer: choice("pressure", told.pressure) },
    { question: questions.sessionMinutes, answer: told.sessionMinutes?.toString() ?? null },
    { question: questions.frequency, answer: choice("frequency", told.frequency) },
    { question: questions.weeks, answer: told.weeks?.toString() ?? null },
    { question: questions.expected, answer: choice("expected", told.expected) },
    { question: questions.effectDays, answer: choice("change", told.effectDays) },
    { question: questions.effectIntensity, answer: choice("change", told.effectIntensity) },
    { question: questions.effectLength, answer: choice("change", told.effectLength) },
    { question: questions.functionBefore, answer: choice("function", told.functionBefore?.toString() ?? null) },
    { question: questions.functionAfter, answer: choice("function", told.functionAfter?.toString() ?? null) },
    { question: questions.relief, answer: choice("relief", told.relief) },
    { question: questions.unwanted, answer: several("unwanted", told.unwanted) },
    { question: questions.wouldAgain, answer: choice("wouldAgain", told.wouldAgain) },
    { question: questions.touchPainful, answer: choice("touchPainful", told.touchPainful) },
    { question: questions.cost, answer: choice("cost", told.cost) },
    { question: questions.continuing, answer: choice("continuing", told.continuing) },
    { question: questions.stoppedWhy, answer: choice("stoppedWhy", told.stoppedWhy) },
    { question: questions.otherChanges, answer: several("otherChanges", told.otherChanges) },
    { question: questions.diagnosed, answer: choice("diagnosed", told.diagnosed) },
    { question: questions.migraineType, answer: choice("migraineType", told.migraineType) },
  ];
}
