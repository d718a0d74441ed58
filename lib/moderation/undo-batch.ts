import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { batches, cases, comments, decisions, restrictions, threads } from "@/db/schema";
import { isStaff, type Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { batchUndoneReason } from "./labels";
import { lockSubjects, thingOf, type LockedSubject } from "./locked-case";
import { canDecide } from "./policy";
import { reverseDecision } from "./reverse-decision";
import { tagsOfSubject } from "./tags-of-subject";
import { writeDecision, type Line } from "./write-decision";
import { countComments } from "./write-state";

type Made = typeof decisions.$inferSelect;

/**
 * Takes everything back that was decided as one: words stand, are hidden or wait as before, bans end and are told so, and
 * the cases are open again. What was decided about one of these things since then stays.
 */
export async function undoBatch(actor: Actor, { batch: id }: { batch: number }): Promise<void> {
  if (!isStaff(actor)) throw new Refusal("not_allowed");
  await db.transaction(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.id, id)).for("update");
    if (!batch) throw new Refusal("not_found");
    if (batch.undoneAt) throw new Refusal("batch_undone", {}, undefined, 409);
    const made = await tx.select().from(decisions).where(eq(decisions.batchId, id)).orderBy(desc(decisions.id));
    const found = await lockSubjects(tx, [...new Set(made.map(({ caseId }) => caseId))]);
    await insistOnOthers(tx, actor, found);
    const lines: Line[] = [];
    for (const about of found) {
      const own = made.filter(({ caseId, overturnedAt }) => caseId === about.caseId && !overturnedAt);
      await undoOne(tx, about, { actor, own, lines });
    }
    await tx
      .update(batches)
      .set({ undoneAt: sql`now()`, undoneBy: actor.memberId })
      .where(eq(batches.id, id));
    const detail = { cases: found.length };
    await audit(tx, { actorId: actor.memberId, act: "batch_undo", subject: `batch:${id}`, detail });
    for (const line of lines) await audit(tx, line);
  });
}

/** It is undone as a whole or not at all. */
async function insistOnOthers(tx: Transaction, actor: Actor, found: LockedSubject[]): Promise<void> {
  for (const about of found) {
    const { thing, reporterIds } = await thingOf(tx, actor, about);
    if (!canDecide(actor, thing, reporterIds).allowed) throw new Refusal("undo_own");
  }
}

type Undoing = { actor: Actor; own: Made[]; lines: Line[] };

async function undoOne(tx: Transaction, about: LockedSubject, { actor, own, lines }: Undoing): Promise<void> {
  const ban = own.find(({ kind }) => kind === "ban");
  if (ban) await liftBan(tx, about, ban, { actor, lines });
  const removal = own.find(({ kind }) => kind === "remove");
  if (!removal || (await decidedSince(tx, about, removal))) return;
  await bringBack(tx, about);
  await tx
    .update(decisions)
    .set({ overturnedAt: sql`now()` })
    .where(eq(decisions.id, removal.id));
  await reopen(tx, about);
  lines.push({ actorId: actor.memberId, act: "case_reopen", subject: `case:${about.caseId}` });
  const event = { kind: "decision_undone", actorId: actor.memberId, threadId: about.threadId };
  await recordEvent(tx, { ...event, detail: { caseId: about.caseId } }, await tagsOfSubject(tx, about));
}

/** Whoever was told that their account is closed is told that it is open. */
async function liftBan(tx: Transaction, about: LockedSubject, ban: Made, { actor, lines }: Omit<Undoing, "own">) {
  const inForce = await tx
    .select({ id: restrictions.id })
    .from(restrictions)
    .where(and(eq(restrictions.decisionId, ban.id), isNull(restrictions.liftedAt)));
  await reverseDecision(tx, about, ban);
  if (inForce.length === 0) return;
  const lift = { moderatorId: actor.memberId, kind: "lift", lifts: "ban", rule: "none" } as const;
  await writeDecision(tx, about, { ...lift, reason: batchUndoneReason }, (line) => void lines.push(line));
}

/** Somebody has decided about the same thing after the batch, in this case or in another one. */
async function decidedSince(tx: Transaction, about: LockedSubject, { id, batchId }: Made): Promise<boolean> {
  const [later] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(
      and(
        eq(cases.threadId, about.threadId ?? 0),
        sql`${cases.commentId} IS NOT DISTINCT FROM ${about.commentId}`,
        sql`${decisions.id} > ${id} AND ${decisions.batchId} IS DISTINCT FROM ${batchId} AND ${decisions.kind} <> 'lift'`,
        isNull(decisions.overturnedAt),
      ),
    )
    .limit(1);
  return later !== undefined;
}

async function bringBack(tx: Transaction, { thread, comment }: LockedSubject): Promise<void> {
  const standing = { removedAt: null, removedBy: null };
  if (comment) await tx.update(comments).set(standing).where(eq(comments.id, comment.id));
  else if (thread) await tx.update(threads).set(standing).where(eq(threads.id, thread.id));
  if (comment) await countComments(tx, comment.threadId);
}

/** Where another case about the same thing was opened meanwhile, that one goes on. */
async function reopen(tx: Transaction, { caseId, threadId, commentId }: LockedSubject): Promise<void> {
  await tx
    .update(cases)
    .set({ closedAt: null, version: sql`${cases.version} + 1` })
    .where(
      and(
        eq(cases.id, caseId),
        sql`NOT EXISTS (SELECT FROM cases o WHERE o.closed_at IS NULL AND o.thread_id = ${threadId}
          AND o.comment_id IS NOT DISTINCT FROM ${commentId})`,
      ),
    );
}
