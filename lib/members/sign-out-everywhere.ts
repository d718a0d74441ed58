import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, signInTokens, accounts } from "@/db/schema";

/** Ends every session of an account, and the links that are still on their way. */
export async function signOutEverywhere(accountId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const [account] = await tx.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
    await tx.delete(sessions).where(eq(sessions.accountId, accountId));
    if (account) await tx.delete(signInTokens).where(eq(signInTokens.email, account.email));
  });
}
