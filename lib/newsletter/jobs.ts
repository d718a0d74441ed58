import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, members, newsletterIssues, newsletterSubscribers } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";
import { addJob, type JobPayloads } from "@/lib/platform/queue";
import { unsubscribeAddress } from "@/lib/platform/unsubscribe";
import { alreadyMail, confirmMail } from "./confirm-mail";
import { confirmToken } from "./confirm-token";
import { issueMail } from "./issue-mail";
import { resumeMinutes } from "./limits";
import { canWriteNewsletter } from "./policy";
import { listReadable } from "./queries";
import { newsletterList } from "./schema";

export { sendIssue } from "./send-issue";

/** Mails the link to confirm, or that there is nothing to confirm; nothing to do when the address is gone. */
export async function sendConfirmation(payload: JobPayloads["send_newsletter_confirmation"]): Promise<void> {
  const { subscriberId: id } = payload;
  const [found] = await db.select().from(newsletterSubscribers).where(eq(newsletterSubscribers.id, id));
  if (!found) return;
  const to = { name: "", address: found.email };
  const messageId = `newsletter-confirm-${id}-${found.requestedAt.getTime()}`;
  if (found.confirmedAt) {
    const href = unsubscribeAddress({ list: newsletterList, id });
    await sendMail({ to, ...(await alreadyMail(href)), unsubscribe: { list: newsletterList, href } }, messageId);
    return;
  }
  const href = new URL(`/newsletter/confirm?token=${confirmToken(id)}`, env().APP_URL).href;
  await sendMail({ to, ...(await confirmMail(href)) }, messageId);
}

/** Mails an issue as it is to one of those who write it. */
export async function sendTestIssue({ issueId, memberId, at }: JobPayloads["send_test_issue"]): Promise<void> {
  const [issue] = await db.select().from(newsletterIssues).where(eq(newsletterIssues.id, issueId));
  const [person] = await db
    .select({ email: accounts.email, name: accounts.name, role: members.role })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, memberId));
  if (!issue || !person || !canWriteNewsletter(person).allowed) return;
  const leave = new URL("/newsletter", env().APP_URL).href;
  const mail = await issueMail({ ...issue, articles: await listReadable(issueId), leave });
  const to = { name: person.name, address: person.email };
  await sendMail({ to, ...mail, subject: `Test: ${mail.subject}` }, `newsletter-test-${issueId}-${memberId}-${at}`);
}

/** Begins the issues whose time has come, and goes on with those that stopped. */
export async function sendDueIssues(): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await tx.execute<{ id: string }>(sql`
      SELECT id FROM newsletter_issues
      WHERE scheduled_for <= now() AND finished_at IS NULL AND emptied_at IS NULL
        AND (tried_at IS NULL OR tried_at < now() - make_interval(mins => ${resumeMinutes}))`);
    for (const { id } of due) {
      await addJob(tx, "send_issue", { issueId: Number(id), after: 0 }, { jobKey: `issue-${id}` });
    }
  });
}
