import { sha256 } from "@/lib/platform/ids";
import type { RateRule } from "@/lib/platform/rate-limit";

/**
 * Enough for somebody who found several things at once; too few to fill the queue, or a stranger's mailbox with receipts.
 * Addresses and networks are hashed, so the table of windows names nobody.
 * @param email null where a notice came without one
 */
export function noticeLimits(network: string, email: string | null): RateRule[] {
  const ofNetwork = { key: `notice:net:${sha256(`net:${network}`)}`, max: 5, windowSeconds: 3600 };
  if (!email) return [ofNetwork];
  return [ofNetwork, { key: `notice:mail:${sha256(`mail:${email}`)}`, max: 10, windowSeconds: 86_400 }];
}
