import type { ReaderState } from "@/lib/platform/actor";
import { placesOf } from "./places";

type Unwanted = Pick<ReaderState, "blocked" | "mutedMembers" | "mutedTechniques" | "mutedThreads" | "mutedWords">;

/**
 * Rules by which a shared page leaves out what one reader does not want to see, but for what they wrote themselves. The
 * words of the page's own thread are folded away instead, under a line that says why. The rules hold numbers and names
 * of places, never a muted word.
 * @param markup gives the page's markup; asked for only where words are muted
 */
export function quietStyle(memberId: number, unwanted: Unwanted, markup: () => string): string {
  const { blocked, mutedMembers, mutedTechniques, mutedThreads, mutedWords } = unwanted;
  const by = (id: number) => `[data-by=m${id}]`;
  const [authors, muted] = [blocked.map(by), mutedMembers.map(by)];
  const places = mutedWords.length > 0 ? placesOf(markup(), mutedWords).map((name) => `[data-place=${name}]`) : [];
  const threads = mutedThreads.map((id) => `[data-place=t${id}]`);
  const techniques = mutedTechniques.map((id) => `[data-technique=q${id}]`);
  const rule = (what: string, which: string[], then: string) =>
    which.length > 0 ? `${what}:not([data-by=m${memberId}]):is(${which.join(",")}){${then}}` : "";
  return (
    rule(
      ":is(.comment,.thread-row,.member-quote)",
      [...authors, ...muted, ...places, ...threads, ...techniques],
      "display:none",
    ) +
    rule(".thread-words", authors, "--words:none;--fold:block;--blocked:block") +
    rule(".thread-words", muted, "--words:none;--fold:block;--muted:block") +
    rule(".thread-words", places, "--words:none;--fold:block;--worded:block")
  );
}
