/** For a moderator who has read enough hard things for now. */
export function ExposureNote({ cases }: { cases: number }) {
  return (
    <p className="note note-plum">
      You have looked after {cases} distressing cases in this shift. Thank you. “Next case” offers you others now, and
      somebody else will see to the hard ones. You can still open one. A walk, or a word with another moderator, may do
      you good.
    </p>
  );
}
