/** Nightly work, in UTC, whose missed runs are made up for after a start; and looks at what waits too long or is due. */
export const crontab = `17 3 * * * clean_up ?fill=1d
*/10 * * * * watch_the_queue
*/10 * * * * offer_unanswered
*/5 * * * * send_due_issues
41 * * * * erase_unconfirmed
*/2 * * * * gather_mailings
* * * * * free_jobs
*/5 * * * * write_digests
*/5 * * * * resume_mailings
`;
