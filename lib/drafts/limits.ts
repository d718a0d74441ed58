/** Of one member. The oldest goes when there is one more. */
export const mostDrafts = 50;

/** Without a change for so long, a draft is taken away. */
export const keptDays = 180;

/** A form saves at most every two seconds, and some may lie open at once. */
export const savingTurns = (memberId: number) => ({ key: `draft:${memberId}`, max: 120, windowSeconds: 60 });
