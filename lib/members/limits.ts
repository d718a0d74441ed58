import type { RateRule } from "@/lib/platform/rate-limit";
import { sha256 } from "@/lib/platform/ids";

/** A mailbox that still refuses need not be tried more often. */
export function tryMailLimits(memberId: number): RateRule[] {
  return [{ key: `try-mail:${memberId}`, max: 5, windowSeconds: 86_400 }];
}

/**
 * Enough for somebody whose first mails went to junk; too few to fill a stranger's mailbox or to try addresses.
 * Addresses and networks are hashed, so the table of windows names nobody.
 */
export function signInLimits(email: string, network: string): RateRule[] {
  const address = sha256(`mail:${email}`);
  return [
    { key: `sign-in:${address}:10min`, max: 3, windowSeconds: 600 },
    { key: `sign-in:${address}:day`, max: 10, windowSeconds: 86_400 },
    { key: `sign-in:net:${sha256(`net:${network}`)}`, max: 10, windowSeconds: 600 },
  ];
}
