import { eq, sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { members } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import type { RateRule } from "@/lib/platform/rate-limit";

const day = 86_400;

/** Somebody new writes a little slower: spammers give up, and nobody notices who came to be heard. */
const newcomerDays = 7;

/** Seconds between two, and how many a day. The numbers stop floods and pasted advertising, not conversations. */
const pace = {
  thread: { apart: 15, aDay: 20 },
  comment: { apart: 5, aDay: 500 },
  newcomerThread: { apart: 120, aDay: 3 },
  newcomerComment: { apart: 30, aDay: 10 },
  editsADay: 30,
} as const;

async function isNewcomer(connection: Connection, actor: Actor): Promise<boolean> {
  if (actor.role !== "member") return false;
  const [row] = await connection
    .select({ fresh: sql<boolean>`${members.joinedAt} > now() - make_interval(days => ${newcomerDays})` })
    .from(members)
    .where(eq(members.id, actor.memberId));
  return row?.fresh ?? true;
}

function rules(what: string, memberId: number, { apart, aDay }: { apart: number; aDay: number }): RateRule[] {
  return [
    { key: `${what}:${memberId}`, max: 1, windowSeconds: apart },
    { key: `${what}:${memberId}:day`, max: aDay, windowSeconds: day },
  ];
}

export async function threadLimits(connection: Connection, actor: Actor): Promise<RateRule[]> {
  return rules("thread", actor.memberId, (await isNewcomer(connection, actor)) ? pace.newcomerThread : pace.thread);
}

export async function commentLimits(connection: Connection, actor: Actor): Promise<RateRule[]> {
  return rules("comment", actor.memberId, (await isNewcomer(connection, actor)) ? pace.newcomerComment : pace.comment);
}

export function editLimits(actor: Actor): RateRule[] {
  return [{ key: `edit:${actor.memberId}:day`, max: pace.editsADay, windowSeconds: day }];
}
