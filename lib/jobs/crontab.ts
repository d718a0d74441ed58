/** Nightly work, in UTC, whose missed runs are made up for after a start; and a look at what waits too long. */
export const crontab = `17 3 * * * clean_up ?fill=1d
*/10 * * * * watch_the_queue
`;
