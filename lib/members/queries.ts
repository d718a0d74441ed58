import { and, desc, eq, sql } from "drizzle-orm";
import { db, type Connection } from "@/db/client";
import { accounts, blocks, demoMails, members, sessions, site } from "@/db/schema";
import type { Role } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { sha256 } from "@/lib/platform/ids";
import { getMailTrouble, type MailTrouble } from "@/lib/platform/mail-trouble";

export type Profile = {
  id: number;
  handle: string;
  role: Role;
  credential: string | null;
  bioHtml: string;
  joinedAt: Date;
};

const profileColumns = {
  id: members.id,
  handle: members.handle,
  role: members.role,
  credential: members.credential,
  // What a moderator hid stays in its row, and on no page.
  bioHtml: sql<string>`CASE WHEN ${members.bioHiddenAt} IS NULL THEN ${members.bioHtml} ELSE '' END`,
  joinedAt: members.joinedAt,
};

const profileQuery = db
  .select(profileColumns)
  .from(members)
  .where(and(eq(members.handle, sql.placeholder("handle")), eq(members.kind, "member")))
  .prepare("get_profile");

/** A member's public side. A persona has none. */
export async function getProfile(handle: string): Promise<Profile | null> {
  const [profile] = await profileQuery.execute({ handle });
  return profile ?? null;
}

/** Whether a member blocked another: then nothing of the other reaches them. */
export async function isBlocked(tx: Connection, by: number, of: number): Promise<boolean> {
  const rows = await tx
    .select({ at: blocks.createdAt })
    .from(blocks)
    .where(and(eq(blocks.blockerId, by), eq(blocks.blockedId, of)));
  return rows.length > 0;
}

/** The Markdown that a member wrote about themselves, for the form. */
export async function getOwnBio(memberId: number): Promise<string> {
  const [row] = await db.select({ bio: members.bio }).from(members).where(eq(members.id, memberId));
  return row?.bio ?? "";
}

export type OwnMailTrouble = MailTrouble;

/** Whether our mails to a member come back; null where the last one arrived. */
export async function getOwnMailTrouble(memberId: number): Promise<OwnMailTrouble | null> {
  const [account] = await db
    .select({ email: accounts.email })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, memberId));
  return account ? getMailTrouble(account.email) : null;
}

export type OpenSession = { createdAt: Date; seenAt: Date; current: boolean };

/** Where an account is signed in, newest first. */
export async function listSessions(accountId: number, currentToken: string): Promise<OpenSession[]> {
  return db
    .select({
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      current: sql<boolean>`${sessions.tokenHash} = ${sha256(currentToken)}`,
    })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), sql`${sessions.expiresAt} > now()`))
    .orderBy(desc(sessions.createdAt))
    .limit(50);
}

/**
 * Which of these sessions are open, and their account is not closed for now. One that ended tells its pages nothing more.
 * @param hashes of their tokens
 */
export async function listOpenSessions(hashes: string[]): Promise<Set<string>> {
  const rows = await db.execute<{ hash: string }>(sql`
    SELECT s.token_hash AS hash FROM identity.sessions s JOIN members m ON m.account_id = s.account_id
    WHERE s.token_hash = ANY(${`{${hashes.join(",")}}`}::text[]) AND s.expires_at > now()
      AND NOT EXISTS (SELECT FROM restrictions r WHERE r.member_id = m.id AND r.kind IN ('suspend', 'ban')
        AND r.lifted_at IS NULL AND (r.ends_at IS NULL OR r.ends_at > now()))`);
  return new Set(rows.map(({ hash }) => hash));
}

/** True in the demo only: the settings say so, and so does the database, which a real start refuses. */
export async function hasDemoMailbox(): Promise<boolean> {
  if (env().UNKNOT_MODE !== "demo") return false;
  const [row] = await db.select({ demo: site.demo }).from(site);
  return row?.demo ?? false;
}

export type DemoMail = { to: string; subject: string; text: string; html: string; sentAt: Date };

/** The newest mails of the demo. */
export async function listDemoMails(): Promise<DemoMail[]> {
  return db
    .select({
      to: demoMails.recipient,
      subject: demoMails.subject,
      text: demoMails.text,
      html: demoMails.html,
      sentAt: demoMails.sentAt,
    })
    .from(demoMails)
    .orderBy(desc(demoMails.id))
    .limit(200);
}
