import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, cases, decisions, members, personas, statements } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";
import type { JobPayloads } from "@/lib/platform/queue";
import { openPersona } from "@/lib/testimonials/seal";
import { signSentences } from "./labels";
import { attentionHours } from "./policy";
import { statementMail } from "./statement-mail";

/** Opens the case of something that waits, with what made it wait. A second run changes nothing. */
export async function reviewHeld({ threadId, signs }: JobPayloads["review_held"]): Promise<void> {
  const suspicion = signs.map(({ code, n }) => signSentences[code]?.(n) ?? code).join(" ");
  const dueAt = sql<Date>`now() + make_interval(hours => ${attentionHours.promotion})`;
  await db.insert(cases).values({ threadId, reason: "promotion", suspicion, dueAt }).onConflictDoNothing();
}

/** Mails a statement to the author, or to the member behind a persona; nothing to do when the account is gone. */
export async function sendStatementMail({ statementId }: JobPayloads["send_statement_mail"]): Promise<void> {
  const [statement] = await db
    .select({
      memberId: statements.memberId,
      envelope: personas.envelope,
      kind: decisions.kind,
      rule: decisions.rule,
      reason: decisions.reason,
    })
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .leftJoin(personas, eq(personas.memberId, statements.memberId))
    .where(eq(statements.id, statementId));
  if (!statement) return;
  const [person] = await db
    .select({ handle: members.handle, email: accounts.email, name: accounts.name })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, (statement.envelope ? openPersona(statement.envelope) : statement.memberId) ?? 0));
  if (!person) return;
  const href = new URL(`/me/statements/${statementId}`, env().APP_URL).href;
  const mail = await statementMail({ ...statement, ...person, href });
  await sendMail({ to: { name: person.name, address: person.email }, ...mail }, `statement-${statementId}`);
}
