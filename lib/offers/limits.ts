/**
 * After so many hours without a reply more people are asked: by 6 whoever was awake has come by, by 12 the other half of
 * the world, and 24 is the day within which everybody should be heard.
 */
export const askedAfterHours = [6, 12, 24] as const;

/** So many more hold a post at each step: one may not come to it after all, and three would write the same thing at once. */
export const membersPerStep = 2;

/** Whoever still waits after two weeks has moved on, or is found by somebody who reads the list. */
export const offeredForDays = 14;

/** Longer than a post is offered, so that nobody is asked twice for the same one. */
export const keptForDays = 30;

/** Of so many posts that fit, those with a muted word are left out; it is never more than this that is read for it. */
export const mostLookedThrough = 50;

/** Of fewer posts a median tells about single people, and a share jumps with each of them. */
export const fewestPosts = 10;

/** How often a day somebody may say it, at a form; taking it back is free. */
export const sayTurns = (memberId: number) => ({ key: `energy:${memberId}:day`, max: 50, windowSeconds: 86_400 });
