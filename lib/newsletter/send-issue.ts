import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { newsletterDeliveries, newsletterIssues } from "@/db/schema";
import { trySending } from "@/lib/platform/mail";
import { addJob, type JobPayloads } from "@/lib/platform/queue";
import { unsubscribeAddress } from "@/lib/platform/unsubscribe";
import { issueMail } from "./issue-mail";
import { mailsPerJob, patienceHours } from "./limits";
import { listReadable, type IssueArticle } from "./queries";
import { newsletterList } from "./schema";

type Open = { id: number; subject: string; introductionHtml: string; articles: IssueArticle[] };

/**
 * Sends the next mails of an issue that is due, and adds the job for those after them. Whatever happens in between, each
 * subscriber gets it once: the delivery is written in a transaction that holds the subscriber's row while the mail goes.
 * Only where that transaction is cut after the mail server took the mail does it go twice, with the same Message-ID.
 */
export async function sendIssue({ issueId, after }: JobPayloads["send_issue"]): Promise<void> {
  const issue = await openIssue(issueId);
  if (!issue) return;
  const batch = await nextSubscribers(issueId, after);
  for (const subscriberId of batch) await deliver(issue, subscriberId);
  const last = batch.at(-1);
  if (last !== undefined && batch.length === mailsPerJob) {
    await db.transaction((tx) => addJob(tx, "send_issue", { issueId, after: last }));
  } else await finish(issueId);
}

/** What is due, with the articles that everyone can read now; null where there is nothing to send (any more). */
function openIssue(issueId: number): Promise<Open | null> {
  return db.transaction(async (tx) => {
    const [issue] = await tx
      .select()
      .from(newsletterIssues)
      .where(and(eq(newsletterIssues.id, issueId), isDue))
      .for("update");
    if (!issue) return null;
    const articles = await listReadable(issueId, tx);
    const begun = issue.startedAt ? {} : { startedAt: sql`now()` };
    const change = articles.length > 0 ? { ...begun, triedAt: sql`now()` } : { emptiedAt: sql`now()` };
    await tx.update(newsletterIssues).set(change).where(eq(newsletterIssues.id, issueId));
    const { id, subject, introductionHtml } = issue;
    return articles.length > 0 ? { id, subject, introductionHtml, articles } : null;
  });
}

/** A worker that was away for days must not send two issues at once: they keep their distance as they are sent, too. */
const isDue = sql`${newsletterIssues.scheduledFor} <= now() AND ${newsletterIssues.finishedAt} IS NULL
  AND ${newsletterIssues.emptiedAt} IS NULL AND (${newsletterIssues.startedAt} IS NOT NULL OR NOT EXISTS (
    SELECT FROM newsletter_issues o WHERE o.started_at > now() - interval '7 days'))`;

/** Whoever confirmed before the issue began and has no delivery of it. */
async function nextSubscribers(issueId: number, after: number): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`
    SELECT s.id FROM identity.newsletter_subscribers s ${withoutDelivery(issueId)} AND s.id > ${after}
    ORDER BY s.id LIMIT ${mailsPerJob}`);
  return rows.map(({ id }) => Number(id));
}

function withoutDelivery(issueId: number) {
  return sql`JOIN newsletter_issues i ON i.id = ${issueId}
    WHERE s.confirmed_at IS NOT NULL AND s.confirmed_at <= i.started_at
      AND NOT EXISTS (SELECT FROM newsletter_deliveries d WHERE d.issue_id = ${issueId} AND d.subscriber_id = s.id)`;
}

async function deliver(issue: Open, subscriberId: number): Promise<void> {
  const leave = unsubscribeAddress({ list: newsletterList, id: subscriberId });
  const mail = await issueMail({ ...issue, leave });
  await db.transaction(async (tx) => {
    // Another job may be at it, and whoever left meanwhile has no row.
    const held = await tx.execute(
      sql`SELECT FROM identity.newsletter_subscribers WHERE id = ${subscriberId} FOR UPDATE SKIP LOCKED`,
    );
    if (held.length === 0) return;
    // Asked only now: the statement that takes the lock does not see what was noted while it began.
    const [subscriber] = await tx.execute<{ email: string; impatient: boolean }>(sql`
      SELECT s.email, i.started_at < now() - make_interval(hours => ${patienceHours}) AS impatient
      FROM identity.newsletter_subscribers s ${withoutDelivery(issue.id)} AND s.id = ${subscriberId}`);
    if (!subscriber) return;
    const to = { name: "", address: subscriber.email };
    const unsubscribe = { list: newsletterList, href: leave };
    const { state } = await trySending({ to, ...mail, unsubscribe }, `newsletter-${issue.id}-${subscriberId}`, tx);
    if (state === "later" && !subscriber.impatient) return;
    await note(tx, { issueId: issue.id, subscriberId, state: state === "sent" ? "sent" : "bounced" });
  });
}

async function note(tx: Transaction, delivery: Omit<typeof newsletterDeliveries.$inferInsert, "at">): Promise<void> {
  await tx.insert(newsletterDeliveries).values(delivery);
  const counter = delivery.state === "sent" ? "sentCount" : "bouncedCount";
  await tx
    .update(newsletterIssues)
    .set({ [counter]: sql`${newsletterIssues[counter]} + 1`, triedAt: sql`now()` })
    .where(eq(newsletterIssues.id, delivery.issueId));
}

/** Mailboxes that were busy are left over; the job of the clock tries them again. */
async function finish(issueId: number): Promise<void> {
  await db.execute(sql`
    UPDATE newsletter_issues SET finished_at = now()
    WHERE id = ${issueId} AND finished_at IS NULL AND emptied_at IS NULL AND NOT EXISTS (
      SELECT FROM identity.newsletter_subscribers s ${withoutDelivery(issueId)})`);
}
