import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mutes } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { asKept, isMuted } from "./muted";
import type { Mutable } from "./schema";

/** Takes a mute back. Always possible, also for what is gone. */
export async function unmute({ memberId }: Actor, thing: Mutable): Promise<void> {
  await db.delete(mutes).where(and(eq(mutes.memberId, memberId), isMuted(asKept(thing))));
}
