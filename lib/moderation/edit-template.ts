import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decisionTemplates } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import type { NewTemplate } from "./add-template";
import { canModerate } from "./policy";

/** Puts a new text in the place of one, which is retired: what moderators had before them stays on record. */
export async function editTemplate(actor: Actor, input: NewTemplate & { template: number }): Promise<{ id: number }> {
  insist(canModerate(actor));
  const { template, name, kind, rule, body } = input;
  try {
    return await db.transaction(async (tx) => {
      const [retired] = await tx
        .update(decisionTemplates)
        .set({ retiredAt: sql`now()` })
        .where(and(eq(decisionTemplates.id, template), isNull(decisionTemplates.retiredAt)))
        .returning({ position: decisionTemplates.position });
      if (!retired) throw new Refusal("template_gone");
      const [added] = await tx
        .insert(decisionTemplates)
        .values({ name, kind, rule, body, position: retired.position })
        .returning({ id: decisionTemplates.id });
      if (!added) throw new Error("the text was not added");
      const detail = { replaces: template };
      await audit(tx, { actorId: actor.memberId, act: "template_edit", subject: `template:${added.id}`, detail });
      return added;
    });
  } catch (error) {
    if (isDuplicate(error, "decision_templates_name")) throw new Refusal("template_name_taken", {}, "name");
    throw error;
  }
}
