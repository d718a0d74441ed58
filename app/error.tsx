"use client";

/** Shown when a page could not be made. Nothing of the error is told: it may hold somebody's words. */
export default function ErrorPage() {
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>This page did not load</h1>
        <p className="lead">
          Something went wrong on our side. It is not your doing, and nothing you sent before is lost.
        </p>
      </div>
      <p>
        <a className="button" href="">
          Try again
        </a>
      </p>
    </div>
  );
}
