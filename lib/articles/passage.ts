/** Markdown's signs and line ends make no difference to what was said. */
function said(text: string): string {
  return text
    .replace(/[*_`>#]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether these are words that the testimonial holds, one after the other, and enough of them to mean something. */
export function standsIn(passage: string, told: { story: string; tip: string }): boolean {
  const words = said(passage);
  return words.length >= 10 && [told.story, told.tip].some((text) => said(text).includes(words));
}
