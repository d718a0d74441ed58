import { redactedMark, withoutPassage, type Field } from "./text-fields";

/** A field before and after a passage was taken out of it. */
export type TakenOut = { name: Field["name"]; original: string; redacted: string };

/**
 * The passage whose taking out made one text of the other; null where none did.
 *
 * Nothing but the two whole fields is kept. Where the texts part, a mark stands in place of the passage, and from the
 * difference of their lengths and the number of new marks follows its length; each guess is tried out.
 */
export function passageOf({ name, original, redacted }: TakenOut): string | null {
  const marks = redacted.split(redactedMark).length - 1;
  for (let at = redacted.indexOf(redactedMark); at >= 0; at = redacted.indexOf(redactedMark, at + 1)) {
    if (!original.startsWith(redacted.slice(0, at))) return null;
    for (let times = 1; times <= marks; times += 1) {
      const length = (original.length - redacted.length) / times + redactedMark.length;
      const passage = original.slice(at, at + Math.floor(length));
      if (passage && withoutPassage(name, original, passage) === redacted) return passage;
    }
  }
  return null;
}

/**
 * The text with one passage put back and without those that were taken out after it; null where its author has written
 * something else since, which stays.
 * @param later what was taken out of the same field after it and still is, in that order
 * @param now the text as it stands
 * @returns the text, and what `later` is by then
 */
export function putBack(
  taken: TakenOut,
  later: readonly TakenOut[],
  now: string,
): { text: string; later: TakenOut[] } | null {
  const chain = [taken, ...later];
  if (chain.some(({ redacted }, index) => redacted !== (chain[index + 1]?.original ?? now))) return null;
  let text = taken.original;
  const again: TakenOut[] = [];
  for (const each of later) {
    const passage = passageOf(each);
    if (passage === null) return null;
    const redacted = withoutPassage(each.name, text, passage);
    again.push({ ...each, original: text, redacted });
    text = redacted;
  }
  return { text, later: again };
}
