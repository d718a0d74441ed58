import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { adminInvitations } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { sha256 } from "@/lib/platform/ids";
import { normalEmail } from "./email";
import { requestSignIn } from "./request-sign-in";

/** Ties the first admin's link to an address and mails that address an ordinary sign-in link. */
export async function claimFirstAdmin(input: {
  token: string;
  email: string;
  name: string;
  network: string;
}): Promise<void> {
  const email = normalEmail(input.email);
  if (!email) throw new Refusal("email_wrong", {}, "email");
  const claimed = await db
    .update(adminInvitations)
    .set({ claimedEmail: email })
    .where(and(eq(adminInvitations.tokenHash, sha256(input.token)), gt(adminInvitations.expiresAt, sql`now()`)))
    .returning({ tokenHash: adminInvitations.tokenHash });
  if (claimed.length === 0) throw new Refusal("invitation_over");
  await requestSignIn({ email, name: input.name, next: "/auth/welcome?next=/staff/queue", network: input.network });
}
