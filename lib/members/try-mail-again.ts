import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, members } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { forgetTrouble } from "@/lib/platform/mail-trouble";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tryMailLimits } from "./limits";

/** Lets mails go to a member's address again, after they mended what made them come back. */
export async function tryMailAgain({ memberId, paced }: Actor): Promise<void> {
  await db.transaction(async (tx) => {
    const [account] = await tx
      .select({ email: accounts.email })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(members.id, memberId));
    if (!account) return;
    if (paced) await takeTurn(tx, tryMailLimits(memberId));
    await forgetTrouble(account.email, tx);
  });
}
