/**
 * Each stands in every page of the member who set it, as a rule of some 20 bytes; and whoever comes near these numbers
 * is helped more by a moderator.
 */
export const mostBlocks = 500;
export const mostMutedThings = 200;
/** Every text of a page is looked through for all of them. */
export const mostMutedWords = 100;

/** How often a day, at a form; taking back is free. */
export const quietTurns = (memberId: number) => ({ key: `quiet:${memberId}:day`, max: 200, windowSeconds: 86_400 });
