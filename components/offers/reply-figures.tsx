import { shareWords, spanWords } from "@/components/moderation/figure-words";
import type { ReplyFigures as Figures } from "@/lib/offers/queries-replies";

/** How soon members are heard, with what it is a share of. */
export function ReplyFigures({ figures }: { figures: Figures }) {
  return (
    <section className="threads-section" aria-labelledby="replies">
      <h2 id="replies">How soon people are heard</h2>
      {figures.enough ? (
        <dl className="card facts">
          <div>
            <dt>Posts that are at least a day old</dt>
            <dd>{figures.posts}</dd>
          </div>
          <div>
            <dt>Answered by another person within 24 hours</dt>
            <dd>{shareWords(figures.withinDay, figures.posts)}</dd>
          </div>
          <div>
            <dt>Half of all these posts had a first reply within</dt>
            <dd>{figures.medianSeconds === null ? "Not yet: most have none" : spanWords(figures.medianSeconds)}</dd>
          </div>
        </dl>
      ) : (
        <p>
          Not enough posts yet ({figures.posts} of {figures.fewest}).
        </p>
      )}
      <div className="prose">
        <p className="quiet">
          Questions, experiences and advice that can be read today. What the author adds is no reply. Posts without a
          reply are counted, too, as not answered yet.
        </p>
      </div>
    </section>
  );
}
