import { randomInt } from "node:crypto";

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

/** Every name that is made for one testimonial begins so, and nobody's own does. */
const personaPrefix = "someone";

export function isReserved(handle: string): boolean {
  const skeleton = skeletonOf(handle);
  return reserved.includes(skeleton) || skeleton.startsWith(skeletonOf(personaPrefix));
}

/** No letters or digits that look alike, and no vowels, so that it never spells a word. */
const personaLetters = "cdfghjkpqrtxy34679";

/** A handle for one testimonial, e.g. "someone_kx47rt": one of 34 million. */
export function personaHandle(): string {
  const letters = Array.from({ length: 6 }, () => personaLetters.charAt(randomInt(personaLetters.length)));
  return `${personaPrefix}_${letters.join("")}`;
}
