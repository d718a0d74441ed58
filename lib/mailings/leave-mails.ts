import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { hearingChoices } from "@/db/schema";
import { notificationKinds, usualMail } from "@/lib/notifications/schema";
import { Refusal } from "@/lib/platform/errors";
import { readUnsubscribeToken } from "@/lib/platform/unsubscribe";
import { mailingLists, type MailingList } from "./schema";

/**
 * Ends one list for the member in a mailed link. Of mails at once, what they told of waits for the digest instead, which
 * can be left likewise. Doing it again changes nothing.
 * @returns the list that was left
 */
export async function leaveMails(token: string): Promise<MailingList> {
  const place = readUnsubscribeToken(token);
  const list = mailingLists.find((each) => each === place?.list);
  if (!place || !list) throw new Refusal("link_broken");
  const memberId = place.id;
  if (list === "digest") {
    await db.execute(sql`
      UPDATE mail_settings SET digest = 'never', digest_due_at = NULL, digest_stopped_at = NULL WHERE member_id = ${memberId}`);
    return list;
  }
  await db.transaction(async (tx) => {
    const [member] = await tx.execute(
      sql`SELECT FROM members WHERE id = ${memberId} AND kind = 'member' FOR KEY SHARE`,
    );
    if (!member) return;
    const usual = notificationKinds.filter((kind) => usualMail[kind] === "at_once");
    await tx.execute(
      sql`UPDATE hearing_choices SET mail = 'digest' WHERE member_id = ${memberId} AND mail = 'at_once'`,
    );
    await tx
      .insert(hearingChoices)
      .values(usual.map((kind) => ({ memberId, kind, onSite: true, mail: "digest" as const })))
      .onConflictDoNothing();
  });
  return list;
}
