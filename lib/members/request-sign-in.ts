import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInTokens } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { randomToken } from "@/lib/platform/ids";
import { addJob } from "@/lib/platform/queue";
import { takeTurn } from "@/lib/platform/rate-limit";
import { normalEmail } from "./email";
import { signInLimits } from "./limits";
import { signInToken, signInTokenHash } from "./sign-in-token";

/** Mail scanners and slow mailboxes get ten minutes; a stolen mailbox backup gets nothing. */
export const signInLinkMinutes = 10;

/**
 * Mails a link to an address, whether or not somebody has an account with it: the answer tells nobody which.
 * Token and mail job are one transaction.
 */
export async function requestSignIn(input: {
  email: string;
  name: string;
  next: string;
  network: string;
}): Promise<void> {
  const email = normalEmail(input.email);
  if (!email) throw new Refusal("email_wrong", {}, "email");
  const nonce = randomToken();
  const tokenHash = signInTokenHash(signInToken(nonce));
  await db.transaction(async (tx) => {
    await takeTurn(tx, signInLimits(email, input.network));
    await tx.insert(signInTokens).values({
      tokenHash,
      email,
      nonce,
      name: input.name,
      expiresAt: sql`now() + make_interval(mins => ${signInLinkMinutes})`,
    });
    await addJob(tx, "send_sign_in_mail", { tokenHash, next: input.next });
  });
}
