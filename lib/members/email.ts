import { domainToASCII } from "node:url";

const localPart = /^[a-z0-9!#$%&'*+/=?^_{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*$/;
const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * One spelling for one mailbox: compatibility forms folded (a full-width "＠" is "@"), lower case, the domain in ASCII.
 * @returns null for what is not exactly one plain address; quoted local parts, comments and lists are refused
 */
export function normalEmail(typed: string): string | null {
  const parts = typed.normalize("NFKC").trim().toLowerCase().split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain) return null;
  if (local.length > 64 || !localPart.test(local)) return null;
  const ascii = /^[^\s/?#:\\[\]%]+$/.test(domain) ? domainToASCII(domain) : "";
  return domainName.test(ascii) ? `${local}@${ascii}` : null;
}
