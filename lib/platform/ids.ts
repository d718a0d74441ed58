import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes as base64url: session ids, sign-in tokens. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * One key for one thing sent from one form: the form's own key with what was typed, because a page from the
 * back/forward cache sends the same form key with other words.
 */
export function idempotencyKey(formKey: string, ...content: (string | number)[]): string | null {
  return formKey ? sha256(JSON.stringify([formKey, ...content])) : null;
}
