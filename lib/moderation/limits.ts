/** A claim tells the others for half an hour: longer than a hard case takes, shorter than a tab that was forgotten. */
export const claimMinutes = 30;

/**
 * After so many distressing cases within a shift a moderator is offered others first. Volunteers read these beside their
 * own pain; five of them are about an hour of somebody's full attention.
 */
export const exposure = { cases: 5, shiftHours: 8 } as const;

/** Whoever used the staff's pages within a day is there to be reminded. */
export const activeHours = 24;
