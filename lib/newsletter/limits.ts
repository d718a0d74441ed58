import { sha256 } from "@/lib/platform/ids";
import type { RateRule } from "@/lib/platform/rate-limit";

/** So long a link to confirm works: somebody may read their mail only at the weekend's end. Then the address is deleted. */
export const confirmHours = 48;

/** Mails of one job: they take some seconds, and a process that stops waits for them. */
export const mailsPerJob = 20;

/** A mailbox that takes nothing for so long is counted as one that does not take this issue. */
export const patienceHours = 48;

/** An issue that made no progress for so long goes on: its worker was killed, or some mailboxes were busy. */
export const resumeMinutes = 10;

/** The newest that an issue offers; with one issue a week nobody writes so many in between. */
export const articlesOffered = 20;

/** How far ahead an issue can be planned. */
export const aheadDays = 90;

/** The numbers of the sign-in mails, for the same reasons. Addresses and networks are hashed. */
export function subscribeLimits(email: string, network: string): RateRule[] {
  const address = sha256(`mail:${email}`);
  return [
    { key: `newsletter:${address}:10min`, max: 3, windowSeconds: 600 },
    { key: `newsletter:${address}:day`, max: 10, windowSeconds: 86_400 },
    { key: `newsletter:net:${sha256(`net:${network}`)}`, max: 10, windowSeconds: 600 },
  ];
}

/** Trying out how a mail looks takes a few tries. */
export function testLimits(memberId: number): RateRule[] {
  return [{ key: `newsletter-test:${memberId}`, max: 10, windowSeconds: 3600 }];
}
