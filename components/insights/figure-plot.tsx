import type { Figure } from "@/lib/insights/schema";
import { AnswerBars } from "./answer-bars";
import { FigureTable } from "./figure-table";

type Props = { figure: Figure; headingLevel?: 2 | 3 | 4 };

/** A figure in words, as bars, and as a table for whoever wants every number. */
export function FigurePlot({ figure, headingLevel = 3 }: Props) {
  const Heading = `h${headingLevel}` as const;
  const heading = `figure-${figure.id}`;
  return (
    <figure className="card figure" aria-labelledby={heading}>
      <Heading id={heading}>{figure.title}</Heading>
      <p>{figure.sentence}</p>
      <AnswerBars series={figure.series} />
      {figure.several && <p className="quiet">People could give more than one answer.</p>}
      <details className="fold">
        <summary>The numbers</summary>
        <FigureTable series={figure.series} />
      </details>
    </figure>
  );
}
