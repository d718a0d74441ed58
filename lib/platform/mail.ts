import { createTransport, type Transporter } from "nodemailer";
import { db } from "@/db/client";
import { demoMails } from "@/db/schema";
import { env } from "./env";

export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

let transport: Transporter | undefined;

/**
 * Hands a mail to the mail server, or to the demo's mailbox. Called by jobs only; a failure is the job's to repeat.
 * @param messageId the same for every try of one mail, so that a doubtful repeat can be recognised
 */
export async function sendMail(mail: Mail, messageId: string): Promise<void> {
  const settings = env();
  if (settings.UNKNOT_MODE === "demo") {
    await db
      .insert(demoMails)
      .values({ recipient: mail.to.address, subject: mail.subject, text: mail.text, html: mail.html });
    return;
  }
  transport ??= createTransport(settings.SMTP_URL);
  await transport.sendMail({
    from: settings.MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${messageId}@${new URL(settings.APP_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}

/** The address that mails come from, and to which people can write back. */
export function operatorAddress(): string {
  const from = env().MAIL_FROM;
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
