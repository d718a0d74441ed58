import { and, eq, gt, sql } from "drizzle-orm";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { db } from "@/db/client";
import { accounts, sessions, signInTokens } from "@/db/schema";
import { sha256 } from "@/lib/platform/ids";

type Account = typeof accounts.$inferSelect;

const asUser = (account: Account): AdapterUser => ({
  id: String(account.id),
  email: account.email,
  emailVerified: account.emailVerifiedAt,
});

async function accountWhere(condition: ReturnType<typeof eq>): Promise<AdapterUser | null> {
  const [account] = await db.select().from(accounts).where(condition);
  return account ? asUser(account) : null;
}

/** next-auth over our own tables. Session ids are hashed here; tokens arrive hashed. */
export const authAdapter: Adapter = {
  async createUser(user) {
    const [account] = await db
      .insert(accounts)
      .values({ email: user.email, name: user.name ?? "", emailVerifiedAt: sql`now()` })
      .onConflictDoUpdate({ target: accounts.email, set: { emailVerifiedAt: sql`now()` } })
      .returning();
    if (!account) throw new Error("the account was not made");
    return asUser(account);
  },
  getUser: (id) => accountWhere(eq(accounts.id, Number(id))),
  getUserByEmail: (email) => accountWhere(eq(accounts.email, email)),
  async updateUser({ id }) {
    const [account] = await db
      .update(accounts)
      .set({ emailVerifiedAt: sql`now()` })
      .where(eq(accounts.id, Number(id)))
      .returning();
    if (!account) throw new Error("the account is gone");
    return asUser(account);
  },
  getUserByAccount: async () => null,
  linkAccount: async () => undefined,
  async createSession({ sessionToken, userId, expires }) {
    await db
      .insert(sessions)
      .values({ tokenHash: sha256(sessionToken), accountId: Number(userId), expiresAt: expires });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const [row] = await db
      .select()
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(and(eq(sessions.tokenHash, sha256(sessionToken)), gt(sessions.expiresAt, sql`now()`)));
    if (!row) return null;
    const { accountId, expiresAt } = row.sessions;
    return { session: { sessionToken, userId: String(accountId), expires: expiresAt }, user: asUser(row.accounts) };
  },
  async updateSession({ sessionToken, expires }) {
    if (expires)
      await db
        .update(sessions)
        .set({ expiresAt: expires })
        .where(eq(sessions.tokenHash, sha256(sessionToken)));
    return null;
  },
  async deleteSession(sessionToken) {
    await db.delete(sessions).where(eq(sessions.tokenHash, sha256(sessionToken)));
  },
  /** We issue tokens ourselves, in one transaction with the mail: `request-sign-in.ts`. */
  async createVerificationToken() {
    throw new Error("sign-in links are requested through requestSignIn");
  },
  async useVerificationToken({ token }) {
    const [used] = await db.delete(signInTokens).where(eq(signInTokens.tokenHash, token)).returning();
    if (!used || used.expiresAt <= new Date()) return null;
    await keepName(used);
    return { identifier: used.email, token, expires: used.expiresAt };
  },
};

/** The first confirmed link makes the account, with the name that was typed when it was asked for. */
async function keepName({ email, name }: { email: string; name: string }): Promise<void> {
  await db
    .insert(accounts)
    .values({ email, name, emailVerifiedAt: sql`now()` })
    .onConflictDoNothing();
}
