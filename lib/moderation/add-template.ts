import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decisionTemplates } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { canModerate } from "./policy";
import type { Rule } from "./schema";
import type { TemplateKind } from "./schema-staff";

export type NewTemplate = { name: string; kind: TemplateKind; rule: Rule; body: string };

/** Adds a text that moderators can begin from, after those that are there. */
export async function addTemplate(actor: Actor, { name, kind, rule, body }: NewTemplate): Promise<{ id: number }> {
  insist(canModerate(actor));
  try {
    return await db.transaction(async (tx) => {
      const position = sql`(SELECT coalesce(max(position), 0) + 1 FROM decision_templates)`;
      const [added] = await tx
        .insert(decisionTemplates)
        .values({ name, kind, rule, body, position })
        .returning({ id: decisionTemplates.id });
      if (!added) throw new Error("the text was not added");
      await audit(tx, { actorId: actor.memberId, act: "template_add", subject: `template:${added.id}` });
      return added;
    });
  } catch (error) {
    if (isDuplicate(error, "decision_templates_name")) throw new Refusal("template_name_taken", {}, "name");
    throw error;
  }
}
