import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/env";
import { sha256 } from "@/lib/platform/ids";

/** The token of a mailed link. It is made again when the mail is written, so it never lies in the database or the queue. */
export function signInToken(nonce: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`sign-in:${nonce}`).digest("base64url");
}

/** What is stored of a token: next-auth hashes the presented one in the same way. */
export function signInTokenHash(token: string): string {
  return sha256(`${token}${env().AUTH_SECRET}`);
}
