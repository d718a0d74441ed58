const rope =
  "M14 228C64 226 74 176 84 132S124 34 190 40s92 62 78 118-78 80-122 54-40-84 4-116 116-22 128 38-18 96-64 102-104-36-88-98 74-84 122-64 66 88 92 118 38 26 70 12";

/** The picture of the home page: a tangled rope that runs out smooth. It stands still. */
export function Rope() {
  return (
    <svg className="illustration rope" viewBox="0 0 440 280" fill="none" aria-hidden="true">
      <ellipse cx="186" cy="140" rx="132" ry="118" fill="var(--leaf-wash)" />
      <g strokeLinecap="round" strokeLinejoin="round">
        <path stroke="var(--plum)" strokeWidth="8" d={rope} />
        <path stroke="var(--plum-wash)" strokeWidth="1.6" strokeDasharray="1 11" d={rope} />
      </g>
    </svg>
  );
}
