import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { decisionTemplates } from "@/db/schema";
import type { Rule } from "./schema";
import type { TemplateKind } from "./schema-staff";

export type Template = { id: number; name: string; kind: TemplateKind; rule: Rule; body: string };

const { id, name, rule, body } = decisionTemplates;
const columns = { id, name, kind: decisionTemplates.kind, rule, body };
const offered = isNull(decisionTemplates.retiredAt);

/** The texts that moderators begin from, in their order: the number keys follow it. */
export async function listTemplates(): Promise<Template[]> {
  const { position } = decisionTemplates;
  const rows = await db.select(columns).from(decisionTemplates).where(offered).orderBy(asc(position), asc(id));
  // A template is never for the end of another decision: the form has no such choice.
  return rows as Template[];
}

export async function getTemplate(wanted: number): Promise<Template | null> {
  const [row] = await db
    .select(columns)
    .from(decisionTemplates)
    .where(and(eq(id, wanted), offered));
  return row ? (row as Template) : null;
}
