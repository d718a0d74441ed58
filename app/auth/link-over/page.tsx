import type { Metadata } from "next";

export const metadata: Metadata = { title: "This link is over" };

export default function LinkOver() {
  return (
    <>
      <div className="page-head">
        <h1>This link no longer works</h1>
        <p className="lead">
          A link works once, for 10 minutes. Perhaps it was used already, or a newer one is in your mailbox.
        </p>
      </div>
      <p>
        <a className="button" href="/auth/sign-in">
          Ask for another link
        </a>
      </p>
    </>
  );
}
