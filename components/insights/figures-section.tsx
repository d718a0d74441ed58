import { Fragment } from "react";
import type { Figure, Withheld } from "@/lib/insights/schema";
import { FigurePlot } from "./figure-plot";
import { WithheldNote } from "./withheld-note";

type Props = { figures: (Figure | Withheld)[]; headingLevel?: 2 | 3 | 4 };

/** The first figure large, then the others, then all that is not shown in one place. */
export function FiguresSection({ figures, headingLevel }: Props) {
  if (figures.length === 0) return null;
  const shown = figures.filter((figure) => "series" in figure);
  const withheld = figures.filter((figure) => "why" in figure);
  return (
    <div className="figures">
      {shown.map((figure, index) => (
        <Fragment key={figure.id}>
          <FigurePlot figure={figure} headingLevel={headingLevel} />
          {index === 0 && <HowToRead />}
        </Fragment>
      ))}
      {withheld.length > 0 && (
        <div className="figures-note withheld-notes">
          {withheld.map((each) => (
            <WithheldNote key={each.id} withheld={each} />
          ))}
        </div>
      )}
    </div>
  );
}

function HowToRead() {
  return (
    <p className="figures-note quiet">
      A bar shows how many of 100 people gave the answer. The line across its end shows how sure that is: if many more
      people like these told us, the bar would most likely end somewhere on the line.
    </p>
  );
}
