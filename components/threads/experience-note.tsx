/** Stands beside what members write. */
export function ExperienceNote() {
  return (
    <p className="quiet">
      This is somebody’s own experience, not medical advice. <a href="/safety">When to get help now</a>
    </p>
  );
}
