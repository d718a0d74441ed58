/** Tells beforehand whether an edit leaves a trace. */
export function LateEditNote({ free }: { free: boolean }) {
  if (free) return <p className="quiet">Within the first day you can change it freely.</p>;
  return <p className="note">It is more than a day old, so members will be able to see what stood here before.</p>;
}
