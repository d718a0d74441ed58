/** The picture of the home page: a tangled rope that runs out smooth. It stands still. */
export function Rope() {
  return (
    <svg className="illustration rope" viewBox="0 0 420 300" fill="none" aria-hidden="true">
      <ellipse cx="150" cy="148" rx="118" ry="104" fill="var(--leaf-wash)" />
      <g strokeLinecap="round" strokeLinejoin="round">
        <path
          stroke="var(--plum)"
          strokeWidth="9"
          d="M18 236c44-6 58-40 70-82s40-86 88-70 40 78-6 92-92-22-74-70 84-54 112-14 4 104-48 108-78-40-52-78 92-40 124 2 44 88 92 92 62-12 82-26"
        />
        <path
          stroke="var(--sheet)"
          strokeWidth="2"
          strokeDasharray="1 13"
          d="M18 236c44-6 58-40 70-82s40-86 88-70 40 78-6 92-92-22-74-70 84-54 112-14 4 104-48 108-78-40-52-78 92-40 124 2 44 88 92 92 62-12 82-26"
        />
        <path stroke="var(--leaf)" strokeWidth="9" d="M296 84c20-26 46-34 66-22s22 40 2 54-52 8-64-12" />
      </g>
    </svg>
  );
}
