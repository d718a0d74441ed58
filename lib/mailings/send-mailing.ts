import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { mailings } from "@/db/schema";
import { isUnanswered } from "@/lib/offers/fitting";
import { trySending, type Mail } from "@/lib/platform/mail";
import { unsubscribeAddress } from "@/lib/platform/unsubscribe";
import { digestMail } from "./digest-mail";
import { newsMail } from "./news-mail";
import { listItems, listTold } from "./queries";
import type { MailingList } from "./schema";
import { isWantedBy } from "./wanted";

type Mailing = typeof mailings.$inferSelect;
type Person = { email: string; name: string; handle: string; wholeText: boolean };

/**
 * Sends a mailing, if it has not gone: what it tells of is read anew, so nothing that was hidden, read or muted since is
 * in it. The mailing alone stays locked while the mail goes. Only where the process is cut between the mail server's
 * answer and the commit does the mail go twice, with the same Message-ID.
 * @throws Error where the mail is worth another try
 */
export async function sendMailing(mailingId: number): Promise<void> {
  const sending = await db.transaction(async (tx) => {
    const [mailing] = await tx
      .select()
      .from(mailings)
      .where(sql`id = ${mailingId} AND sent_at IS NULL AND dropped_at IS NULL`)
      .for("update", { skipLocked: true });
    if (!mailing) return null;
    const person = await whoGets(tx, mailing);
    if (person === "later") return release(tx, mailing);
    const mail = person && (await mailOf(tx, mailing, person));
    if (!mail) return drop(tx, mailing);
    const tried = await trySending(mail, `mailing-${mailingId}`, tx);
    if (tried.state === "later") return tried;
    const end = tried.state === "sent" ? { sentAt: sql`now()` } : { droppedAt: sql`now()` };
    await tx.update(mailings).set(end).where(eq(mailings.id, mailingId));
    return tried;
  });
  // Only now: that the mail was refused stays noted.
  if (sending?.state === "later") throw sending.error;
}

/** Null for nobody who may be written to; `later` while they have a pause, or for a mail at once, quiet hours. */
async function whoGets(tx: Transaction, { memberId, threadId }: Mailing): Promise<Person | "later" | null> {
  const [found] = await tx.execute<Person & { waits: boolean }>(sql`
    SELECT a.email, a.name, m.handle, s.whole_text AS "wholeText",
      coalesce(greatest(s.paused_until, CASE WHEN ${threadId !== null}
        THEN quiet_until(s.quiet_from, s.quiet_to, s.time_zone, now()) END) > now(), false) AS waits
    FROM members m JOIN identity.accounts a ON a.id = m.account_id JOIN mail_settings s ON s.member_id = m.id
    WHERE m.id = ${memberId} AND NOT EXISTS (SELECT FROM restrictions r WHERE r.member_id = m.id
      AND r.kind IN ('suspend', 'ban') AND r.lifted_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > now()))`);
  if (!found) return null;
  return found.waits ? "later" : found;
}

async function mailOf(tx: Transaction, mailing: Mailing, person: Person): Promise<Mail | null> {
  const { memberId, id, threadId, last } = mailing;
  const told = await listTold(tx, memberId, sql`n.mailing_id = ${id}`);
  const list: MailingList = threadId === null ? "digest" : "at_once";
  const leave = unsubscribeAddress({ list, id: memberId });
  const to = { name: person.name, address: person.email };
  const unsubscribe = { list: list.replace("_", "-"), href: leave };
  if (threadId !== null) {
    const [news] = told;
    return news ? { to, unsubscribe, ...(await newsMail({ ...person, ...news, leave })) } : null;
  }
  const items = await listItems(
    tx,
    sql`digested d`,
    sql`d.mailing_id = ${id} AND ${isWantedBy(memberId)} AND (d.why <> 'unanswered' OR ${isUnanswered})`,
  );
  if (told.length + items.length === 0 && !last) return null;
  return { to, unsubscribe, ...(await digestMail({ ...person, told, items, last, leave })) };
}

/** Nothing is left of it. What only was hidden may be told of when it is back. */
async function drop(tx: Transaction, { id }: Mailing): Promise<null> {
  await letGo(tx, id);
  await tx
    .update(mailings)
    .set({ droppedAt: sql`now()` })
    .where(eq(mailings.id, id));
  return null;
}

/** Somebody wants no mail just now: it is written anew when they do. */
async function release(tx: Transaction, { id, memberId, threadId }: Mailing): Promise<null> {
  await letGo(tx, id);
  if (threadId === null)
    await tx.execute(sql`
      UPDATE mail_settings SET digest_due_at = least(digest_due_at, next_digest(digest, digest_day, digest_hour, time_zone, paused_until)),
        digest_stopped_at = NULL
      WHERE member_id = ${memberId}`);
  await tx.delete(mailings).where(eq(mailings.id, id));
  return null;
}

async function letGo(tx: Transaction, id: number): Promise<void> {
  await tx.execute(sql`
    UPDATE notifications SET mailing_id = NULL, mail_after = CASE WHEN mail = 'at_once' THEN now() END WHERE mailing_id = ${id}`);
  await tx.execute(sql`DELETE FROM digested WHERE mailing_id = ${id}`);
}
