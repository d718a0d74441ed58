import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cases, comments, decisions, restrictions } from "@/db/schema";
import { giveBackPassage } from "./give-back-passage";
import type { LockedSubject } from "./locked-case";
import { giveBackEdit } from "./refused-edit";
import { onThreadAfter, techniqueAfter, wordsAfter } from "./state-after";
import { changeThread, changeWords } from "./write-state";

type Made = typeof decisions.$inferSelect;

/**
 * Undoes one decision, as an appeal or an undo asks for. The thing is then what the decisions make of it that stand, in
 * whichever order the others were undone; what waited when it was removed waits again. The caller holds the locks of the
 * thing.
 */
export async function reverseDecision(tx: Transaction, about: LockedSubject, decision: Made): Promise<void> {
  await tx
    .update(decisions)
    .set({ overturnedAt: sql`now()` })
    .where(eq(decisions.id, decision.id));
  await tx
    .update(restrictions)
    .set({ liftedAt: sql`now()` })
    .where(and(eq(restrictions.decisionId, decision.id), isNull(restrictions.liftedAt)));
  await undo(tx, about, decision);
}

async function undo(tx: Transaction, about: LockedSubject, decision: Made): Promise<void> {
  const { id, kind, lifts } = decision;
  if (kind === "redact") return giveBackPassage(tx, about, id);
  if (kind === "refuse_edit") return giveBackEdit(tx, id);
  if (kind === "ask_edit") return takeBackRequest(tx, about, decision);
  const all = await decisionsAbout(tx, about);
  const standing = all.filter(({ overturnedAt }) => overturnedAt === null);
  if (kind === "hide" || kind === "remove" || kind === "restore") return changeWords(tx, about, wordsAfter(standing));
  const { thread } = about;
  if (!thread) return;
  if (kind === "move") {
    const began = all.find((each) => each.kind === "move")?.fromTechniqueId;
    return changeThread(tx, thread.id, { techniqueId: techniqueAfter(standing) ?? began });
  }
  if (kind === "lock" || lifts === "lock") {
    const { at, by } = onThreadAfter(standing, "lock");
    return changeThread(tx, thread.id, { lockedAt: at, lockedBy: by });
  }
  if (kind !== "slow" && lifts !== "slow") return;
  const { at, by } = onThreadAfter(standing, "slow");
  await changeThread(tx, thread.id, { slowedAt: at, slowedBy: by });
}

/** Everything that was ever decided about the thing, the first first. */
async function decisionsAbout(tx: Transaction, { case: row }: LockedSubject): Promise<Made[]> {
  const { threadId, commentId, memberId, authorId } = row;
  const same = threadId
    ? and(eq(cases.threadId, threadId), sql`${cases.commentId} IS NOT DISTINCT FROM ${commentId}`)
    : // A profile is its author's own, and cases are found by their author.
      and(eq(cases.authorId, authorId), eq(cases.memberId, memberId ?? 0));
  const rows = await tx
    .select({ made: decisions })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(same)
    .orderBy(asc(decisions.id));
  return rows.map(({ made }) => made);
}

/** Nobody is asked any more, unless they were asked again since, or have answered by an edit. */
async function takeBackRequest(tx: Transaction, { thread, comment }: LockedSubject, { createdAt }: Made) {
  const asked = (comment ?? thread)?.editAskedAt;
  if (asked?.getTime() !== createdAt.getTime()) return;
  if (comment) await tx.update(comments).set({ editAskedAt: null }).where(eq(comments.id, comment.id));
  else if (thread) await changeThread(tx, thread.id, { editAskedAt: null });
}
