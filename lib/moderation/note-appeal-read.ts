import { db } from "@/db/client";
import { audit } from "@/lib/platform/audit";
import type { Actor } from "@/lib/platform/actor";

/**
 * Writes down that a moderator has opened an appeal, with what was taken out of somebody's words. Opening the page is
 * the act, so the query module calls it.
 */
export async function noteAppealRead({ memberId }: Actor, appealId: number): Promise<void> {
  await db.transaction((tx) => audit(tx, { actorId: memberId, act: "appeal_read", subject: `appeal:${appealId}` }));
}
