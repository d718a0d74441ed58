import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, restrictions } from "@/db/schema";
import { letAppear } from "./let-appear";
import type { LockedSubject } from "./locked-case";
import { redactPassage } from "./redact-passage";
import { refuseEdit } from "./refused-edit";
import { restrictionKinds, type DecisionKind, type RestrictionKind } from "./schema";
import { settleHeldEdit } from "./settle-held-edit";
import { changeThread, changeWords } from "./write-state";

export type Applied = {
  /** The decision's own id. */
  id: number;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  /** Null for the software. */
  moderatorId: number | null;
  days?: number | null;
  toTechniqueId?: number | null;
  passage?: string;
};

const now = sql<Date>`now()`;

/** Does to the thing and to its author what was decided. The caller holds the locks of their rows. */
export async function applyDecision(tx: Transaction, about: LockedSubject, decision: Applied): Promise<void> {
  const { kind, moderatorId: by } = decision;
  if (kind === "hide") return changeWords(tx, about, { hiddenAt: now, hiddenBy: by });
  if (kind === "remove")
    return changeWords(tx, about, { removedAt: now, removedBy: by, hiddenAt: null, hiddenBy: null });
  if (kind === "restore") return restore(tx, about);
  if (kind === "refuse_edit") return refuseEdit(tx, about, decision.id);
  if (kind === "redact") return redactPassage(tx, about, { decisionId: decision.id, passage: decision.passage ?? "" });
  if (kind === "ask_edit") return askForEdit(tx, about);
  if (kind === "lift") return lift(tx, about, decision.lifts);
  if (isRestriction(kind)) return restrict(tx, about, { ...decision, kind });
  if (!about.thread) return;
  if (kind === "move") await changeThread(tx, about.thread.id, { techniqueId: decision.toTechniqueId });
  if (kind === "lock") await changeThread(tx, about.thread.id, { lockedAt: now, lockedBy: by });
  if (kind === "slow") await changeThread(tx, about.thread.id, { slowedAt: now, slowedBy: by });
}

/** Brings back what was hidden as it was; what waited appears. */
async function restore(tx: Transaction, about: LockedSubject): Promise<void> {
  await changeWords(tx, about, { hiddenAt: null, hiddenBy: null, removedAt: null, removedBy: null });
  await settleHeldEdit(tx, about, "apply");
  await letAppear(tx, about);
}

async function askForEdit(tx: Transaction, { thread, comment }: LockedSubject): Promise<void> {
  if (comment) await tx.update(comments).set({ editAskedAt: now }).where(eq(comments.id, comment.id));
  else if (thread) await changeThread(tx, thread.id, { editAskedAt: now });
}

function isRestriction(kind: DecisionKind): kind is RestrictionKind {
  return restrictionKinds.some((each) => each === kind);
}

type Restricting = Applied & { kind: RestrictionKind };

async function restrict(tx: Transaction, { author }: LockedSubject, { id, kind, days }: Restricting): Promise<void> {
  const endsAt = kind === "ban" ? null : sql<Date>`now() + make_interval(days => ${days ?? 1})`;
  await tx.insert(restrictions).values({ memberId: author.id, kind, decisionId: id, endsAt });
}

async function lift(tx: Transaction, about: LockedSubject, lifts: DecisionKind | null): Promise<void> {
  const { thread, author } = about;
  if (lifts === "lock" && thread) await changeThread(tx, thread.id, { lockedAt: null, lockedBy: null });
  if (lifts === "slow" && thread) await changeThread(tx, thread.id, { slowedAt: null, slowedBy: null });
  if (!lifts || !isRestriction(lifts)) return;
  await tx
    .update(restrictions)
    .set({ liftedAt: now })
    .where(and(eq(restrictions.memberId, author.id), eq(restrictions.kind, lifts), sql`lifted_at IS NULL`));
}
