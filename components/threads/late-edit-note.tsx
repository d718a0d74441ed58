/** Tells beforehand whether an edit leaves a trace, and what becomes of one that waits. */
export function LateEditNote({ free, waits = false }: { free: boolean; waits?: boolean }) {
  return (
    <>
      {waits && (
        <p className="note">
          Below is your change that still <a href="/me/waiting">waits for a moderator</a>. What you save now takes its
          place.
        </p>
      )}
      {free ? (
        <p className="quiet">Within the first day you can change it freely.</p>
      ) : (
        <p className="note">It is more than a day old, so members will be able to see what stood here before.</p>
      )}
    </>
  );
}
