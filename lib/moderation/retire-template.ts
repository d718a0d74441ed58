import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decisionTemplates } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { canModerate } from "./policy";

/** Offers a text no more. */
export async function retireTemplate(actor: Actor, template: number): Promise<void> {
  insist(canModerate(actor));
  await db.transaction(async (tx) => {
    const [retired] = await tx
      .update(decisionTemplates)
      .set({ retiredAt: sql`now()` })
      .where(and(eq(decisionTemplates.id, template), isNull(decisionTemplates.retiredAt)))
      .returning({ id: decisionTemplates.id });
    if (!retired) throw new Refusal("template_gone");
    await audit(tx, { actorId: actor.memberId, act: "template_retire", subject: `template:${template}` });
  });
}
