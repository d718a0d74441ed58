import type { FollowUpTime } from "./schema";

/** Days after telling from which a follow-up may be told, and after which its author is reminded. */
export const followUpDays: Record<FollowUpTime, number> = { "30_days": 30, "90_days": 90 };
