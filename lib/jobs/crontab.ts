/** Nightly work, in UTC. Missed runs are made up for after a start. */
export const crontab = "17 3 * * * clean_up ?fill=1d\n";
