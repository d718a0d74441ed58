import { hkdfSync } from "node:crypto";
import { env } from "./env";

const made = new Map<string, Buffer>();

/**
 * A key of 32 bytes for one use, from AUTH_SECRET (RFC 5869 with SHA-256): whoever learns one key learns no other.
 * @param use names the use; another name gives another key, and what was sealed or signed before cannot be read with it
 */
export function keyFor(use: string): Buffer {
  const known = made.get(use);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", use, 32));
  made.set(use, key);
  return key;
}
