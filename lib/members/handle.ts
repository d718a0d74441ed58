const folds: [RegExp, string][] = [
  [/_/g, ""],
  [/0/g, "o"],
  [/[1i]/g, "l"],
  [/5/g, "s"],
  [/8/g, "b"],
  [/2/g, "z"],
  [/rn/g, "m"],
  [/vv/g, "w"],
];

/** A handle with look-alike characters folded: two handles with one skeleton could be taken for each other. */
export function skeletonOf(handle: string): string {
  return folds.reduce((text, [pattern, letter]) => text.replace(pattern, letter), handle.toLowerCase());
}

/** Handles that would look like an office or an address of this site. */
const reserved = [
  "admin",
  "administrator",
  "moderator",
  "mod",
  "staff",
  "team",
  "support",
  "help",
  "system",
  "root",
  "unknot",
  "official",
  "editor",
  "doctor",
  "nurse",
  "me",
  "auth",
  "api",
  "everyone",
  "all",
  "anonymous",
  "deleted",
  "withdrawn",
  "nobody",
].map(skeletonOf);

export function isReserved(handle: string): boolean {
  return reserved.includes(skeletonOf(handle));
}
