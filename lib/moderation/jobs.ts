import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { accounts, appeals, comments, decisions, members, notices, statements, threads } from "@/db/schema";
import { isStaff } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { operatorAddress, sendMail, trySending } from "@/lib/platform/mail";
import type { JobPayloads } from "@/lib/platform/queue";
import { appealMail } from "./appeal-mail";
import { signSentences } from "./labels";
import { findSubject } from "./locked-case";
import { noticeAnswerMail } from "./notice-answer-mail";
import { noticeReceiptMail } from "./notice-receipt-mail";
import { openCase } from "./open-case";
import { outcomeOfNotice } from "./outcomes";
import { personOf } from "./person-of";
import { attentionHours, childAbuseHours } from "./policy";
import { queueMail } from "./queue-mail";
import type { ReportReason } from "./schema";
import { statementMail } from "./statement-mail";

export { watchTheQueue } from "./watch-the-queue";

/** Opens the case of what the software noticed, with what it was, or adds to the open one. A second run changes nothing. */
export async function openCaseBySoftware(payload: JobPayloads["open_case"]): Promise<void> {
  const { threadId, commentId, signs } = payload;
  const suspicion = signs.map(({ code, n }) => signSentences[code]?.(n) ?? code).join(" ");
  await db.transaction(async (tx) => {
    const [thread] = await tx
      .select({ authorId: threads.authorId })
      .from(threads)
      .where(eq(threads.id, threadId))
      .for("key share");
    const [comment] = commentId
      ? await tx.select({ authorId: comments.authorId }).from(comments).where(eq(comments.id, commentId))
      : [];
    const authorId = (comment ?? thread)?.authorId;
    if (!authorId) return;
    const about = { threadId, commentId, memberId: null, authorId };
    const reason = payload.reason as ReportReason;
    await openCase(tx, { ...about, origin: "software", reason, suspicion });
  });
}

/** Mails a statement to the author, or to the member behind a persona; nothing to do when the account is gone. */
export async function sendStatementMail({ statementId }: JobPayloads["send_statement_mail"]): Promise<void> {
  const [found] = await db
    .select({ statement: statements, lifts: decisions.lifts })
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .where(eq(statements.id, statementId));
  if (!found) return;
  const { statement, lifts } = found;
  const person = await personOf(statement.memberId);
  if (!person) return;
  const href = new URL(`/me/statements/${statementId}`, env().APP_URL).href;
  const mail = await statementMail({ ...statement, lifts, ...person, href });
  await sendMail({ to: { name: person.name, address: person.email }, ...mail }, `statement-${statementId}`);
}

/** Mails the answer to an appeal to whoever objected. */
export async function sendAppealAnswer({ appealId }: JobPayloads["send_appeal_answer"]): Promise<void> {
  const [found] = await db
    .select({ appeal: appeals, kind: decisions.kind, lifts: decisions.lifts })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .where(eq(appeals.id, appealId));
  if (!found?.appeal.outcome || !found.appeal.answer) return;
  const { statementId, reportId, memberId, outcome, answer } = found.appeal;
  const person = await personOf(memberId);
  if (!person) return;
  const path = statementId ? `/me/statements/${statementId}` : `/me/reports/${reportId}/appeal`;
  const by = statementId ? ("author" as const) : ("reporter" as const);
  const href = new URL(path, env().APP_URL).href;
  const mail = await appealMail({ ...person, ...found, by, outcome, answer, href });
  await sendMail({ to: { name: person.name, address: person.email }, ...mail }, `appeal-${appealId}`);
}

/** Reminds a moderator of what waits too long; nothing to do when it was looked at meanwhile. */
export async function sendQueueMail({ memberId, kind, at }: JobPayloads["send_queue_mail"]): Promise<void> {
  const [person] = await db
    .select({ handle: members.handle, role: members.role, email: accounts.email, name: accounts.name })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, memberId));
  const [queue] = await db.execute<{ waiting: number; late: number }>(sql`
    SELECT count(*)::int AS waiting, count(*) FILTER (WHERE due_at < now())::int AS late FROM cases WHERE closed_at IS NULL`);
  if (!person || !isStaff(person) || !queue?.late) return;
  const href = new URL(kind === "claimed" ? "/staff/queue?show=mine" : "/staff/queue", env().APP_URL).href;
  const mail = await queueMail({ ...queue, kind, handle: person.handle, href });
  await sendMail({ to: { name: person.name, address: person.email }, ...mail }, `queue-${memberId}-${at}`);
}

/** Mails the receipt of a notice; nothing to do for one without an address. */
export async function sendNoticeReceipt({ noticeId }: JobPayloads["send_notice_receipt"]): Promise<void> {
  const [notice] = await db.select().from(notices).where(eq(notices.id, noticeId));
  if (!notice?.email) return;
  const { reference, email, childAbuse } = notice;
  const hours = childAbuse ? childAbuseHours : attentionHours.illegal;
  const address = new URL(notice.address, env().APP_URL).href;
  const mail = await noticeReceiptMail({ reference, address, hours, operator: operatorAddress() });
  await sendMail({ to: { name: "", address: email }, ...mail }, `notice-receipt-${noticeId}`);
}

/**
 * Mails what was decided, once, and notes it when the mail has gone. The notice stays locked meanwhile, so that two runs
 * at once send one mail. Nothing to do while the case is open (again): its closing adds another job.
 */
export async function sendNoticeAnswer({ noticeId }: JobPayloads["send_notice_answer"]): Promise<void> {
  const sending = await db.transaction(async (tx) => {
    const [notice] = await tx
      .select()
      .from(notices)
      .where(and(eq(notices.id, noticeId), isNotNull(notices.email), isNull(notices.answeredAt)))
      .for("update");
    const decided = notice && (await decidedIn(tx, notice.caseId));
    if (!notice?.email || !decided) return null;
    const { reference, email } = notice;
    const mail = await noticeAnswerMail({ reference, outcome: decided.outcome, operator: operatorAddress() });
    const messageId = `notice-answer-${noticeId}-${decided.decisionId}`;
    const tried = await trySending({ to: { name: "", address: email }, ...mail }, messageId, tx);
    const answered = { answeredAt: sql`now()` };
    if (tried.state === "sent") await tx.update(notices).set(answered).where(eq(notices.id, noticeId));
    return tried;
  });
  // Only now: that the mail was refused stays noted.
  if (sending?.state === "later") throw sending.error;
}

/** What people decided in a closed case, and the last decision of it; null for an open one. */
async function decidedIn(tx: Transaction, caseId: number) {
  const found = await findSubject(tx, caseId);
  if (!found?.case.closedAt) return null;
  const { thread, comment, hiddenAt } = found;
  const made = await tx
    .select({ id: decisions.id, kind: decisions.kind })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), isNotNull(decisions.moderatorId), isNull(decisions.overturnedAt)))
    .orderBy(desc(decisions.id));
  const thing = {
    withdrawn: Boolean(comment?.withdrawnAt ?? thread?.withdrawnAt),
    removed: Boolean((comment ?? thread)?.removedAt),
    hidden: hiddenAt !== null,
  };
  const outcome = outcomeOfNotice(
    thing,
    made.map(({ kind }) => kind),
  );
  return { outcome, decisionId: made[0]?.id ?? 0 };
}
