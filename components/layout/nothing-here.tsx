"use client";

/** A client component only because every page carries it, in case its address turns out to lead nowhere. */
export function NothingHere() {
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>There is nothing at this address</h1>
        <p className="lead">It may have been withdrawn by the person who wrote it, or the address has a slip in it.</p>
      </div>
      <div className="stack">
        <p className="note for-visitor">
          Some threads are for members only. If a member sent you here, <a href="/auth/sign-in">sign in</a> and open the
          address again.
        </p>
        <ul>
          <li>
            <a href="/">What is being talked about</a>
          </li>
          <li>
            <a href="/techniques">The techniques</a>
          </li>
          <li>
            <a href="/articles">Articles</a>
          </li>
        </ul>
      </div>
    </div>
  );
}
