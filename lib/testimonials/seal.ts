import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { techniques } from "@/db/schema";
import { keyFor } from "@/lib/platform/keys";

/**
 * Who told about which technique, as a fingerprint: the same person and technique always give the same one, and without
 * the secret of the settings nobody can tell whose it is. HMAC-SHA-256, base64url.
 */
export function sealOf(memberId: number, techniqueId: number): string {
  return createHmac("sha256", keyFor("testimonial-seal")).update(`${memberId}:${techniqueId}`).digest("base64url");
}

/** Testimonials from before there were seals carry this in place of one. */
const plainSealOf = (memberId: number, techniqueId: number) => `before:${memberId}:${techniqueId}`;

/**
 * Lets the rest of the transaction read and write what this member told, under whichever name: row-level security
 * shows the tables of health answers for these seals only.
 */
export async function openOwn(tx: Transaction, memberId: number): Promise<void> {
  const rows = await tx.select({ id: techniques.id }).from(techniques);
  const seals = rows.flatMap(({ id }) => [sealOf(memberId, id), plainSealOf(memberId, id)]);
  await tx.execute(sql`SELECT set_config('unknot.seals', ${seals.join(",")}, true)`);
}

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** Puts the member behind a persona into an envelope: AES-256-GCM over the id, as base64url of iv, tag and text. */
export function sealPersona(memberId: number): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyFor("persona-envelope"), iv);
  const sealed = Buffer.concat([sealing.update(String(memberId).padStart(19, "0")), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** The member behind a persona; null when the secret of the settings has changed since. For mails and statements only. */
export function openPersona(envelope: string): number | null {
  const bytes = Buffer.from(envelope, "base64url");
  const opening = createDecipheriv(cipher, keyFor("persona-envelope"), bytes.subarray(0, ivBytes));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Number(Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString());
  } catch {
    return null;
  }
}
