import { createTransport, type Transporter } from "nodemailer";
import { db, type Connection } from "@/db/client";
import { demoMails } from "@/db/schema";
import { env } from "./env";
import { forgetTrouble, getMailTrouble, noteRefusal } from "./mail-trouble";

export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Of a mail to a list: its name, and where one press takes its reader off it. */
  unsubscribe?: { list: string; href: string };
  /** A link to sign in is sent whatever became of the mails before: without it nobody could mend anything. */
  despiteTrouble?: true;
};

/**
 * What became of a mail. `bounced`: refused for good. `held_back`: not sent, because the mails before came back.
 * `later`: refused for now, and worth another try.
 */
export type Sending = { state: "sent" | "bounced" | "held_back" } | { state: "later"; error: Error };

let transport: Transporter | undefined;

/** Milliseconds that a mail server may be silent: jobs are short, so that a process that stops can wait for them. */
const patience = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 20_000 };

/**
 * Hands a mail to the mail server, or to the demo's mailbox. Called by jobs only; a failure is the job's to repeat.
 * @param messageId the same for every try of one mail, so that a doubtful repeat can be recognised
 * @returns false where the mail will never arrive
 * @throws Error where it is worth another try
 */
export async function sendMail(mail: Mail, messageId: string): Promise<boolean> {
  const sending = await trySending(mail, messageId);
  if (sending.state === "later") throw sending.error;
  return sending.state === "sent";
}

/**
 * The same for a job of many mails, which goes on with the others.
 * @param connection the caller's transaction, if it has one open
 * @throws Error where it is not about this address: no mail server answers, or it takes nothing from us
 */
export async function trySending(mail: Mail, messageId: string, connection: Connection = db): Promise<Sending> {
  const { address } = mail.to;
  const trouble = await getMailTrouble(address, connection);
  if (trouble?.stopped && !mail.despiteTrouble) return { state: "held_back" };
  try {
    await handOver(mail, messageId, connection);
  } catch (error) {
    const code = refusalOfRecipient(error);
    if (code === null) throw error;
    await noteRefusal(address, { code, messageId }, connection);
    return code >= 500 ? { state: "bounced" } : { state: "later", error: error as Error };
  }
  if (trouble) await forgetTrouble(address, connection);
  return { state: "sent" };
}

async function handOver(mail: Mail, messageId: string, connection: Connection): Promise<void> {
  const settings = env();
  if (settings.UNKNOT_MODE === "demo") {
    await connection
      .insert(demoMails)
      .values({ recipient: mail.to.address, subject: mail.subject, text: mail.text, html: mail.html });
    return;
  }
  const host = new URL(settings.APP_URL).hostname;
  transport ??= createTransport({ url: settings.SMTP_URL, ...patience });
  await transport.sendMail({
    from: settings.MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${messageId}@${host}>`,
    headers: { "Auto-Submitted": "auto-generated", ...listHeaders(mail, host) },
  });
}

/** RFC 2369, 2919 and 8058. An address must not be broken over lines, so nodemailer takes these as they are. */
function listHeaders({ unsubscribe }: Mail, host: string): Record<string, { prepared: boolean; value: string }> {
  if (!unsubscribe) return {};
  const { list, href } = unsubscribe;
  return {
    "List-Id": { prepared: true, value: `<${list}.${host}>` },
    "List-Unsubscribe": { prepared: true, value: `<${href}>` },
    "List-Unsubscribe-Post": { prepared: true, value: "List-Unsubscribe=One-Click" },
  };
}

/**
 * The code with which the mail server refused this recipient, or this mail to them; null for every other failure.
 * 421 is a server that closes, and X.7.X of RFC 3463 is about who sends, such as a server on a block list: neither is
 * about an address.
 */
function refusalOfRecipient(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const { responseCode, response = "", command } = error as Error & Partial<SmtpAnswer>;
  if (!responseCode || responseCode < 400 || !["RCPT TO", "DATA"].includes(command ?? "")) return null;
  return responseCode === 421 || /^\d{3}[ -]\d\.7\.\d/.test(response) ? null : responseCode;
}

/** What nodemailer adds to an error that came from the mail server. */
type SmtpAnswer = { responseCode: number; response: string; command: string };

/** The address that mails come from, and to which people can write back. */
export function operatorAddress(): string {
  const from = env().MAIL_FROM;
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
