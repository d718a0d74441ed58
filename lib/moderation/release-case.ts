import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { cases } from "@/db/schema";
import { isStaff, type Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";

/** Gives a claimed case back to everybody. Nothing to do where somebody else has it by now. */
export async function releaseCase(actor: Actor, { case: id }: { case: number }): Promise<void> {
  if (!isStaff(actor)) throw new Refusal("not_allowed");
  await db.transaction(async (tx) => {
    const [released] = await tx
      .update(cases)
      .set({ claimedBy: null, claimedAt: null })
      .where(and(eq(cases.id, id), eq(cases.claimedBy, actor.memberId), isNull(cases.closedAt)))
      .returning({ id: cases.id });
    if (released) await audit(tx, { actorId: actor.memberId, act: "case_release", subject: `case:${id}` });
  });
}
