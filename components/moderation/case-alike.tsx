import { reasonLabels } from "@/lib/moderation/labels";
import type { CaseView } from "@/lib/moderation/queries-case";
import { PastCases } from "./past-cases";

/** What was decided about others like it, and about the same author, so that like things are decided alike. */
export function CaseAlike({ view: { alike, ofAuthor, reason, author } }: { view: CaseView }) {
  return (
    <>
      {ofAuthor.length > 0 && (
        <section className="card" aria-labelledby="of-author">
          <h2 id="of-author">Other cases of {author.handle}</h2>
          <PastCases cases={ofAuthor} withReason />
        </section>
      )}
      {alike.length > 0 && (
        <section className="card" aria-labelledby="alike">
          <h2 id="alike">Cases like this one</h2>
          <p className="quiet">{reasonLabels[reason]}</p>
          <PastCases cases={alike} />
        </section>
      )}
    </>
  );
}
