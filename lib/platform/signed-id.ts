import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "./keys";

/** A row's number with a name for what it is a row of, e.g. `newsletter` and 7. */
export type SignedId = { name: string; id: number };

/**
 * A row's number that only this community can have written, for links in mails: nothing of it is stored, it holds
 * nothing about a person, and it stays good until the row is gone.
 * @param use names the key; what was signed for one use is nothing for another
 * @param signed.name small letters and `_`
 */
export function signId(use: string, { name, id }: SignedId): string {
  return `${name}.${id}.${codeOf(use, `${name}.${id}`)}`;
}

/** What was signed for this use; null for anything else. */
export function readSignedId(use: string, token: string): SignedId | null {
  const [, text = "", name = "", id = "", code = ""] =
    /^(([a-z_]{1,30})\.([1-9]\d{0,14}))\.([\w-]{43})$/.exec(token) ?? [];
  if (!text) return null;
  const same = timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(use, text)));
  return same ? { name, id: Number(id) } : null;
}

function codeOf(use: string, text: string): string {
  return createHmac("sha256", keyFor(use)).update(text).digest("base64url");
}
