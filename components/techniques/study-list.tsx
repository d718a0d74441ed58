import { certaintyLabels, directionLabels } from "@/lib/techniques/labels";
import type { Study } from "@/lib/techniques/queries";

/** The numbered sources that a text points to, each with what it found and its limits. */
export function StudyList({ studies }: { studies: Study[] }) {
  return (
    <ol className="studies">
      {studies.map((study, index) => (
        <li key={study.id} id={`source-${index + 1}`} className="study">
          <p className="meta">
            <span className="tag">{directionLabels[study.direction]}</span>
            <span className="tag">{certaintyLabels[study.certainty]}</span>
            {study.participants && <span>{study.participants.toLocaleString("en-GB")} people</span>}
          </p>
          <p>{study.found}</p>
          <p>
            <strong>Limits:</strong> {study.limits}
          </p>
          <p className="quiet">
            {study.design}.{" "}
            {study.url ? (
              <a href={study.url} rel="noopener">
                {study.citation}
              </a>
            ) : (
              study.citation
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
