import { describe, expect, it } from "vitest";
import { quietStyle } from "./quiet-style";

const nothing = { blocked: [], mutedMembers: [], mutedTechniques: [], mutedThreads: [], mutedWords: [] };
const page =
  `<article class="thread-words" data-place="t9"><h1 data-words="">Calm</h1></article>` +
  `<li class="comment" data-place="c2"><p data-words="">botox</p></li>`;
const never = () => {
  throw new Error("the page was read although no word is muted");
};

describe("the style of a page for somebody who does not want to see something", () => {
  it("is empty for everybody else, and does not read the page", () => {
    expect(quietStyle(42, nothing, never)).toBe("");
  });

  it("leaves out who is blocked, and folds away a thread of theirs", () => {
    expect(quietStyle(42, { ...nothing, blocked: [5, 6] }, never)).toBe(
      ":is(.comment,.thread-row,.member-quote):not([data-by=m42]):is([data-by=m5],[data-by=m6]){display:none}" +
        ".thread-words:not([data-by=m42]):is([data-by=m5],[data-by=m6]){--words:none;--fold:block;--blocked:block}",
    );
  });

  it("leaves out who is muted in the same way, and says so where a thread of theirs is folded away", () => {
    expect(quietStyle(42, { ...nothing, blocked: [5], mutedMembers: [6] }, never)).toBe(
      ":is(.comment,.thread-row,.member-quote):not([data-by=m42]):is([data-by=m5],[data-by=m6]){display:none}" +
        ".thread-words:not([data-by=m42]):is([data-by=m5]){--words:none;--fold:block;--blocked:block}" +
        ".thread-words:not([data-by=m42]):is([data-by=m6]){--words:none;--fold:block;--muted:block}",
    );
  });

  it("leaves muted threads and techniques out of lists, and shows their own pages", () => {
    expect(quietStyle(42, { ...nothing, mutedThreads: [9], mutedTechniques: [3] }, never)).toBe(
      ":is(.comment,.thread-row,.member-quote):not([data-by=m42]):is([data-place=t9],[data-technique=q3]){display:none}",
    );
  });

  it("leaves out the places with a muted word, and folds away a thread with one", () => {
    const style = (word: string) => quietStyle(42, { ...nothing, mutedWords: [word] }, () => page);
    expect(style("botox")).toContain(":is([data-place=c2]){display:none}");
    expect(style("calm")).toContain(".thread-words:not([data-by=m42]):is([data-place=t9]){--words:none");
    expect(style("other")).toBe("");
    expect(style("botox") + style("calm")).not.toMatch(/botox|calm/);
  });
});
