/** Rows of one turn of gathering: it holds them for some milliseconds. */
export const gatheredAtOnce = 200;

/** Digests of one job: a process that stops waits for them. */
export const digestsPerJob = 50;

/** A mail that did not go for so long is tried anew: its worker was killed, or the mail server was away. */
export const resumeMinutes = 5;

/** Somebody who stays away for so long is sent one last digest, which says so. */
export const awayDays = 60;

/** What a digest holds at the most: a few minutes of reading. What does not fit waits for the next one. */
export const mostTold = 12;
export const mostNewThreads = 5;

/** What began before this is no news any more, even where a digest was put off by a pause. */
export const newsDays = 14;

/** Comments that a mail at once quotes; the others are counted. */
export const mostQuoted = 3;
export const quotedLength = 400;
