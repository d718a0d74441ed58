import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, decisions, restrictions } from "@/db/schema";
import type { LockedSubject } from "./locked-case";
import { fieldsOf, putField, redactedBy } from "./text-fields";
import { changeThread, changeWords } from "./write-state";

type Made = typeof decisions.$inferSelect;

/**
 * Undoes one decision, as an appeal or an undo asks for: what it did is taken back, and nothing that was decided apart
 * from it. The caller holds the locks of the thing.
 */
export async function reverseDecision(tx: Transaction, about: LockedSubject, decision: Made): Promise<void> {
  await undo(tx, about, decision);
  await tx
    .update(decisions)
    .set({ overturnedAt: sql`now()` })
    .where(eq(decisions.id, decision.id));
}

async function undo(tx: Transaction, about: LockedSubject, { id, kind, fromTechniqueId }: Made): Promise<void> {
  const { thread, comment } = about;
  await tx
    .update(restrictions)
    .set({ liftedAt: sql`now()` })
    .where(sql`decision_id = ${id} AND lifted_at IS NULL`);
  if (kind === "hide") await changeWords(tx, about, { hiddenAt: null, hiddenBy: null });
  if (kind === "remove")
    await changeWords(tx, about, { removedAt: null, removedBy: null, hiddenAt: null, hiddenBy: null });
  if (kind === "redact") await putBack(tx, about, id);
  if (comment && kind === "ask_edit")
    await tx.update(comments).set({ editAskedAt: null }).where(eq(comments.id, comment.id));
  if (!thread) return;
  if (kind === "move") await changeThread(tx, thread.id, { techniqueId: fromTechniqueId });
  if (kind === "lock") await changeThread(tx, thread.id, { lockedAt: null, lockedBy: null });
  if (kind === "slow") await changeThread(tx, thread.id, { slowedAt: null, slowedBy: null });
  if (!comment && kind === "ask_edit") await changeThread(tx, thread.id, { editAskedAt: null });
}

/** Puts the passage back where the text still stands as the moderator left it; what its author wrote since stays. */
async function putBack(tx: Transaction, about: LockedSubject, decisionId: number): Promise<void> {
  const standing = await fieldsOf(tx, about);
  for (const { field, revisionId, original, redacted } of await redactedBy(tx, decisionId)) {
    const now = standing.find((each) => each.name === field && each.revisionId === revisionId);
    if (now?.text === redacted) await putField(tx, about, { ...now, text: original });
  }
}
