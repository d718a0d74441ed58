import { isIPv4, isIPv6 } from "node:net";

/**
 * The network that rate rules count: an IPv4 address, or the first 64 bits of an IPv6 address, because one household
 * has all of those.
 * @param address of the other end of the connection
 * @param forwarded the `X-Forwarded-For` header if a proxy that we trust wrote it; its last entry counts
 */
export function networkOf(address: string | undefined, forwarded?: string): string {
  const last = forwarded?.split(",").at(-1)?.trim();
  const found = [last, address].find((candidate) => candidate && (isIPv4(candidate) || isIPv6(candidate)));
  if (!found) return "unknown";
  const mapped = found.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
  if (mapped) return mapped;
  return isIPv4(found) ? found : `${firstGroups(found).join(":")}::/64`;
}

/** The first four groups of an IPv6 address, without leading zeros. */
function firstGroups(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const dotted = address.includes(".") ? 1 : 0;
  const missing = tail === undefined ? 0 : 8 - before.length - after.length - dotted;
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
}
