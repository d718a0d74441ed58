/** So many people does somebody who is new here call by name in one text: more of them is how spam gets around. */
export const newcomerMentions = 2;

/** A dry run looks so far back. */
export const dryRunDays = 90;
/** And at no more than so many texts, the newest first: it reads them one by one, beside everything else. */
export const dryRunTexts = 100_000;
/** So many of what a phrase would have caught are shown. */
export const dryRunExamples = 20;

/** The median wait is told when at least so many things were let through in so many days; fewer tell of one person. */
export const fewestWaits = 5;
export const waitDays = 30;
