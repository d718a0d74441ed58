import type { TaskList } from "graphile-worker";
import { sendSignInMail } from "@/lib/members/jobs";
import {
  openCaseBySoftware,
  sendAppealAnswer,
  sendNoticeAnswer,
  sendNoticeReceipt,
  sendQueueMail,
  sendStatementMail,
  watchTheQueue,
} from "@/lib/moderation/jobs";
import { eraseUnconfirmed } from "@/lib/newsletter/erase-unconfirmed";
import { sendConfirmation, sendDueIssues, sendIssue, sendTestIssue } from "@/lib/newsletter/jobs";
import { gatherMailings, resumeMailings, sendMailing, writeDigests } from "@/lib/mailings/jobs";
import type { JobPayloads } from "@/lib/platform/queue";
import { followAfterWriting } from "@/lib/follows/jobs";
import { spreadEvent } from "@/lib/notifications/jobs";
import { offerUnanswered } from "@/lib/offers/jobs";
import { remindOfFollowUp } from "@/lib/testimonials/jobs";
import { freeJobsOfTheDead } from "./alive";
import { cleanUp } from "./clean-up";

type Jobs = { [Task in keyof JobPayloads]: (payload: JobPayloads[Task]) => Promise<void> };

const jobs: Jobs = {
  send_sign_in_mail: sendSignInMail,
  send_statement_mail: sendStatementMail,
  send_appeal_answer: sendAppealAnswer,
  send_queue_mail: sendQueueMail,
  open_case: openCaseBySoftware,
  remind_of_follow_up: remindOfFollowUp,
  send_notice_receipt: sendNoticeReceipt,
  send_notice_answer: sendNoticeAnswer,
  spread_event: async (event) => {
    await followAfterWriting(event);
    await spreadEvent(event);
  },
  spread_further: spreadEvent,
  gather_mailings: gatherMailings,
  write_digests: writeDigests,
  send_mailing: sendMailing,
  send_newsletter_confirmation: sendConfirmation,
  send_issue: sendIssue,
  send_test_issue: sendTestIssue,
};

/** Every job that the queue may hold, and those of the clock. */
export const taskList: TaskList = {
  ...Object.fromEntries(
    Object.entries(jobs).map(([task, run]) => [
      task,
      (payload: unknown) => (run as (p: unknown) => Promise<void>)(payload),
    ]),
  ),
  clean_up: cleanUp,
  watch_the_queue: watchTheQueue,
  offer_unanswered: offerUnanswered,
  send_due_issues: sendDueIssues,
  erase_unconfirmed: eraseUnconfirmed,
  resume_mailings: resumeMailings,
  free_jobs: (_payload, { withPgClient }) => freeJobsOfTheDead(withPgClient),
};
