import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";

/** Whether writing under a thread begins to follow it, from now on. */
export async function chooseFollowOnReply(actor: Actor, { follow }: { follow: boolean }): Promise<void> {
  await db.update(members).set({ followsOnReply: follow }).where(eq(members.id, actor.memberId));
}
