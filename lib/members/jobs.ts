import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, signInTokens } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";
import type { JobPayloads } from "@/lib/platform/queue";
import { signInLinkMinutes } from "./request-sign-in";
import { signInMail } from "./sign-in-mail";
import { signInToken } from "./sign-in-token";

/** Writes and sends the mail of one token; does nothing when the token was used or is over. */
export async function sendSignInMail({ tokenHash, next }: JobPayloads["send_sign_in_mail"]): Promise<void> {
  const [token] = await db
    .select({ email: signInTokens.email, typed: signInTokens.name, nonce: signInTokens.nonce, known: accounts.name })
    .from(signInTokens)
    .leftJoin(accounts, eq(accounts.email, signInTokens.email))
    .where(sql`${signInTokens.tokenHash} = ${tokenHash} AND ${signInTokens.expiresAt} > now()`);
  if (!token) return;
  const link = new URL("/auth/confirm", env().APP_URL);
  link.searchParams.set("token", signInToken(token.nonce));
  if (next !== "/me") link.searchParams.set("next", next);
  const name = token.known || token.typed;
  const mail = await signInMail({ name, href: link.href, minutes: signInLinkMinutes });
  const to = { name, address: token.email };
  await sendMail({ to, ...mail, despiteTrouble: true }, `sign-in-${tokenHash.slice(0, 32)}`);
}
