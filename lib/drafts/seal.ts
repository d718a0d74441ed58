import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { keyFor } from "@/lib/platform/keys";
import { placeOf, type DraftValues } from "./schema";

/** What stands in a draft. */
export type Content = { place: string; step: string; values: DraftValues };

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** Finds a member's drafts of one form without telling which form it is. HMAC-SHA-256, base64url. */
export function placeSeal(memberId: number, place: string): string {
  return createHmac("sha256", keyFor("draft-places")).update(`${memberId}:${place}`).digest("base64url");
}

/** Closes a draft for everybody but its author: AES-256-GCM over its JSON, bound to the member; base64url of iv, tag and text. */
export function sealDraft(memberId: number, content: Content): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyFor("drafts"), iv).setAAD(Buffer.from(String(memberId)));
  const sealed = Buffer.concat([sealing.update(JSON.stringify(content), "utf8"), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** Null for another member's draft, and when the secret of the settings has changed since. */
export function openDraft(memberId: number, sealed: string): Content | null {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const opening = createDecipheriv(cipher, keyFor("drafts"), bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(String(memberId)))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const text = Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString("utf8");
    const content = JSON.parse(text) as Content;
    return placeOf(content.place) ? content : null;
  } catch {
    return null;
  }
}
