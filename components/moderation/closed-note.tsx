/** Tells whoever is suspended or banned which pages they still have. */
export function ClosedNote({ banned }: { banned: boolean }) {
  return (
    <div className="note note-plum">
      <p>
        <strong>{banned ? "Your account is closed." : "Your account is suspended for a time."}</strong> The decision
        below says why, and how to object. Until it ends or is taken back, you see the public pages as a visitor does.
      </p>
      <p>
        What is yours stays yours: <a href="/me/standing">your record</a>, <a href="/me/reports">what you reported</a>,{" "}
        <a href="/me/testimonials">what you told, and your consents</a>, and{" "}
        <a href="/me/settings">where you are signed in</a>. What you wrote you can take back on its page.
      </p>
    </div>
  );
}
