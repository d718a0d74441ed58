import { sha256 } from "@/lib/platform/ids";
import type { RateRule } from "@/lib/platform/rate-limit";

/** A claim tells the others for half an hour: longer than a hard case takes, shorter than a tab that was forgotten. */
export const claimMinutes = 30;

/**
 * After so many distressing cases within a shift a moderator is offered others first. Volunteers read these beside their
 * own pain; five of them are about an hour of somebody's full attention.
 */
export const exposure = { cases: 5, shiftHours: 8 } as const;

/** Whoever used the staff's pages within a day is there to be reminded. */
export const activeHours = 24;

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
