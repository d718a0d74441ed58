import type { Actor } from "@/lib/platform/actor";
import type { RateRule } from "@/lib/platform/rate-limit";

const day = 86_400;

/** Seconds between two, and how many a day. The numbers stop floods and pasted advertising, not conversations. */
const pace = {
  thread: { apart: 15, aDay: 20 },
  comment: { apart: 5, aDay: 500 },
  newcomerThread: { apart: 120, aDay: 3 },
  newcomerComment: { apart: 30, aDay: 10 },
  editsADay: 30,
  /** While a moderator has slowed a thread, everybody has time to read between two answers. */
  slowed: { apart: 600 },
} as const;

/** Whoever writes under a thread that slept this long is often selling something, and sometimes has news. */
export const sleepsAfterMonths = 6;

function rules(what: string, { memberId }: Actor, { apart, aDay }: { apart: number; aDay: number }): RateRule[] {
  return [
    { key: `${what}:${memberId}`, max: 1, windowSeconds: apart },
    { key: `${what}:${memberId}:day`, max: aDay, windowSeconds: day },
  ];
}

export function threadLimits(actor: Actor): RateRule[] {
  return rules("thread", actor, actor.newcomer ? pace.newcomerThread : pace.thread);
}

export function commentLimits(actor: Actor): RateRule[] {
  return rules("comment", actor, actor.newcomer ? pace.newcomerComment : pace.comment);
}

/** One comment of each member in a thread that a moderator has slowed. */
export function slowLimits({ memberId }: Actor, threadId: number): RateRule[] {
  const key = `slow:${threadId}:${memberId}`;
  return [{ key, max: 1, windowSeconds: pace.slowed.apart, code: "thread_slowed" }];
}

export function editLimits(actor: Actor): RateRule[] {
  return [{ key: `edit:${actor.memberId}:day`, max: pace.editsADay, windowSeconds: day }];
}
