import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { watchedPhrases } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { canWatch } from "./policy";

/** Watches for a phrase no longer. The row stays: cases name it. */
export async function retirePhrase(actor: Actor, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    insist(canWatch(actor));
    const [retired] = await tx
      .update(watchedPhrases)
      .set({ retiredAt: sql`now()`, retiredBy: actor.memberId })
      .where(and(eq(watchedPhrases.id, id), isNull(watchedPhrases.retiredAt)))
      .returning({ id: watchedPhrases.id });
    if (!retired) throw new Refusal("not_found");
    await audit(tx, { actorId: actor.memberId, act: "phrase_retired", subject: `phrase:${id}` });
  });
}
