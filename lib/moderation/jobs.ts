import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, decisions, members, statements } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";
import type { JobPayloads } from "@/lib/platform/queue";
import { statementMail } from "./statement-mail";

/** Mails a statement to the author; nothing to do when the account is gone. */
export async function sendStatementMail({ statementId }: JobPayloads["send_statement_mail"]): Promise<void> {
  const [found] = await db
    .select({
      handle: members.handle,
      email: accounts.email,
      name: accounts.name,
      kind: decisions.kind,
      rule: decisions.rule,
      reason: decisions.reason,
    })
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .innerJoin(members, eq(members.id, statements.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(statements.id, statementId));
  if (!found) return;
  const href = new URL(`/me/statements/${statementId}`, env().APP_URL).href;
  const mail = await statementMail({ ...found, href });
  await sendMail({ to: { name: found.name, address: found.email }, ...mail }, `statement-${statementId}`);
}
