/** The mark: a rope whose knot is coming undone. */
export function Knot() {
  return (
    <svg viewBox="0 0 48 32" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" aria-hidden="true">
      <path d="M2 24c8 0 11-3 15-9s9-10 13-7c5 4-1 13-8 13s-12-8-6-13c4-3 8 1 11 6s8 10 19 10" />
    </svg>
  );
}
