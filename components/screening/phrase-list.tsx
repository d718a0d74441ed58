import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { retirePhraseAction } from "@/lib/screening/actions";
import { watchActLabels } from "@/lib/screening/labels";
import type { WatchedPhrase } from "@/lib/screening/queries";

export function PhraseList({ phrases }: { phrases: WatchedPhrase[] }) {
  return (
    <section aria-labelledby="phrases">
      <h2 id="phrases">What is watched for</h2>
      {phrases.length === 0 && <p className="note">Nothing yet.</p>}
      <ul className="threads">
        {phrases.map(({ id, phrase, act, note, by, createdAt }) => (
          <li key={id} id={`phrase-${id}`} className="card">
            <p>
              <strong>{phrase}</strong>
              {note && (
                <>
                  <br />“{note}”
                </>
              )}
            </p>
            <p className="meta">
              <span className="tag tag-plum">{watchActLabels[act].label}</span>
              <span>number {id}</span>
              <span>added by {by}</span>
              <When at={createdAt} />
            </p>
            <ActionForm action={retirePhraseAction} className="row">
              <input type="hidden" name="phrase" value={id} />
              <button className="button button-quiet" aria-label={`Stop watching for ${phrase}`}>
                Stop watching for it
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
