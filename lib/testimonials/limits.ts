import type { FollowUpTime } from "./schema";

/** Days after telling from which a follow-up may be told, and after which its author is reminded. */
export const followUpDays: Record<FollowUpTime, number> = { "30_days": 30, "90_days": 90 };

/** When a testimonial looks like part of a campaign. Low enough to catch one, and a moderator only reads it first. */
export const suspicionLimits = {
  /** So many first testimonials of new members about one technique in `burstHours` are not chance in a small community. */
  firstOnes: 5,
  burstHours: 72,
  /** A member counts as new for this long. */
  newForDays: 14,
  /** A household has two people with migraine more often than three who tell about the same technique in a week. */
  fromNetwork: 3,
  networkDays: 7,
  /** Half of the shorter text's four-word runs stand in another one. */
  likeness: 0.5,
  /** With how many of the newest stories about the technique a new one is compared. */
  compared: 300,
} as const;
