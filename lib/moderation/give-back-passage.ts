import { and, asc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions, redactions } from "@/db/schema";
import type { LockedSubject } from "./locked-case";
import { putBack, type TakenOut } from "./taken-out";
import { fieldsOf, putField, type Field } from "./text-fields";

type Row = typeof redactions.$inferSelect;

/** Puts back what a decision took out of the texts of a thing. What is taken out by a decision that stands stays out. */
export async function giveBackPassage(tx: Transaction, about: LockedSubject, decisionId: number): Promise<void> {
  const standing = await fieldsOf(tx, about);
  const rows = await takenOut(tx, about, decisionId);
  for (const row of rows.filter((each) => each.decisionId === decisionId)) {
    const now = standing.find(({ name, revisionId }) => name === row.field && revisionId === row.revisionId);
    if (!now) continue;
    const after = rows.filter(
      (each) => each.id > row.id && each.field === row.field && each.revisionId === row.revisionId,
    );
    const back = putBack(
      taken(now, row),
      after.map((each) => taken(now, each)),
      now.text,
    );
    if (!back) continue;
    for (const [index, { original, redacted }] of back.later.entries()) {
      await tx
        .update(redactions)
        .set({ original, redacted })
        .where(eq(redactions.id, after[index]?.id ?? 0));
    }
    await putField(tx, about, { ...now, text: back.text });
  }
}

/** What was taken out of the thing by this decision and by those that stand, the first first. */
async function takenOut(tx: Transaction, { threadId, commentId }: LockedSubject, decisionId: number): Promise<Row[]> {
  const rows = await tx
    .select({ row: redactions })
    .from(redactions)
    .innerJoin(decisions, eq(decisions.id, redactions.decisionId))
    .where(
      and(
        commentId ? eq(redactions.commentId, commentId) : eq(redactions.threadId, threadId ?? 0),
        sql`(${decisions.overturnedAt} IS NULL OR ${decisions.id} = ${decisionId})`,
      ),
    )
    .orderBy(asc(redactions.id));
  return rows.map(({ row }) => row);
}

function taken({ name }: Field, { original, redacted }: Row): TakenOut {
  return { name, original, redacted };
}
