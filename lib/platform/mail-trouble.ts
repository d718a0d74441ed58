import { createHmac } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db, type Connection } from "@/db/client";
import { mailTroubles } from "@/db/schema";
import { keyFor } from "./keys";

/** A refusal for now, such as a full mailbox, weighs 1; one for good, such as an address that there is not, weighs 2. */
const weights = { soft: 1, hard: 2 } as const;
/** From here on nothing is sent but links to sign in: two refusals for good, or four mails in a row that did not arrive. */
const troubleLimit = 4;
/** Trouble that nobody added to for so long is forgotten, and mails are tried again. */
const troubleMonths = 6;

export type MailTrouble = {
  score: number;
  /** The mail server's last answer, such as 550. */
  lastCode: number;
  lastAt: Date;
  /** Nothing but links to sign in is sent there any more. */
  stopped: boolean;
};

/** Whether mails to an address come back; null where the last one arrived. */
export async function getMailTrouble(address: string, connection: Connection = db): Promise<MailTrouble | null> {
  const { score, lastCode, lastAt } = mailTroubles;
  const [found] = await connection
    .select({ score, lastCode, lastAt })
    .from(mailTroubles)
    .where(eq(mailTroubles.addressHash, hashOf(address)));
  return found ? { ...found, stopped: found.score >= troubleLimit } : null;
}

/**
 * Notes that a mail was refused. However often one mail is tried, it counts once.
 * @param refusal.code of the mail server's answer: 4xx is for now, 5xx for good
 */
export async function noteRefusal(
  address: string,
  { code, messageId }: { code: number; messageId: string },
  connection: Connection = db,
): Promise<void> {
  const weight = code >= 500 ? weights.hard : weights.soft;
  const counted = sql`${messageId} = ANY (t.mails) OR t.score >= ${troubleLimit}`;
  await connection.execute(sql`
    INSERT INTO identity.mail_troubles AS t (address_hash, score, last_code, mails)
    VALUES (${hashOf(address)}, ${weight}, ${code}, ARRAY[${messageId}::text])
    ON CONFLICT (address_hash) DO UPDATE SET
      score = CASE WHEN ${counted} THEN t.score ELSE t.score + excluded.score END,
      mails = CASE WHEN ${counted} THEN t.mails ELSE t.mails || excluded.mails END,
      last_code = excluded.last_code, last_at = now()`);
}

/** A mail has arrived, or its reader wants the next one to be tried. */
export async function forgetTrouble(address: string, connection: Connection = db): Promise<void> {
  await connection.delete(mailTroubles).where(eq(mailTroubles.addressHash, hashOf(address)));
}

/** Nobody keeps for ever that an address did not work. */
export async function forgetOldTroubles(): Promise<void> {
  await db.execute(sql`
    DELETE FROM identity.mail_troubles WHERE last_at < now() - make_interval(months => ${troubleMonths})`);
}

/** The table tells of no address that is not asked for: people who left, or never joined, may have had trouble too. */
function hashOf(address: string): string {
  return createHmac("sha256", keyFor("mail-trouble")).update(address.toLowerCase()).digest("hex");
}
