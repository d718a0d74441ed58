import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { follows } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Subject } from "./schema";
import { isSubject } from "./subject";

/** Stops following. Always possible, also for what is gone. */
export async function unfollow(actor: Actor, subject: Subject): Promise<void> {
  await db.delete(follows).where(and(eq(follows.followerId, actor.memberId), isSubject(subject)));
}
