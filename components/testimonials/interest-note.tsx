/** Whoever earns with massage is no patient in the numbers, and readers should know. */
export function InterestNote() {
  return (
    <p className="note">
      <strong>Gives massages for a living, or has another interest in them.</strong> What is told here is not counted
      among the patients.
    </p>
  );
}
