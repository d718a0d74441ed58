"use client";

/**
 * Stands before the words of a thread, for readers whose style folds those away. A client component only so that the
 * page's data does not hold its markup a second time.
 */
export function FoldedWords() {
  return (
    <div className="folded-words note">
      <p className="when-blocked" role="heading" aria-level={1}>
        You blocked the person who wrote this.
      </p>
      <p className="when-writer-muted" role="heading" aria-level={1}>
        You muted the person who wrote this.
      </p>
      <p className="when-worded" role="heading" aria-level={1}>
        A word that you muted stands in this.
      </p>
      <details className="fold">
        <summary>Show it this once</summary>
        <p>
          It stands below. You can change what is kept from you at <a href="/me/settings/quiet">Peace and quiet</a>.
        </p>
      </details>
    </div>
  );
}
