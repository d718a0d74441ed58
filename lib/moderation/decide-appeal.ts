import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { appeals, cases, decisions, heldEdits, members } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { announceHeard } from "@/lib/platform/heard";
import { insist } from "@/lib/platform/policy";
import { addJob } from "@/lib/platform/queue";
import { canAnswer, canConclude } from "./appeal-policy";
import { appealOutcomeLabels } from "./labels";
import { letAppear } from "./let-appear";
import { findSubject, lockSubject, type LockedSubject } from "./locked-case";
import { appealedOf } from "./objection";
import { reopenCase } from "./reopen-case";
import { reverseDecision } from "./reverse-decision";
import type { AppealOutcome } from "./schema";
import { settleHeldEdit } from "./settle-held-edit";
import { tagsOfSubject } from "./tags-of-subject";

export type Answer = { appeal: number; version: number; outcome: AppealOutcome; answer: string };

type Found = { appeal: typeof appeals.$inferSelect; decision: typeof decisions.$inferSelect };

/**
 * Decides an appeal: never whoever decided first. If it is upheld, what the decision did is undone in the same
 * transaction; what a reporter objected to is opened again instead. The version is the one that the moderator saw.
 */
export async function decideAppeal(actor: Actor, answer: Answer): Promise<void> {
  const run = () => db.transaction((tx) => decide(tx, actor, answer));
  await run().catch((error: unknown) => {
    // The software opened a case about the same thing at this moment; that one is enough.
    if (isDuplicate(error, "cases_one_open")) return run();
    throw error;
  });
}

async function decide(tx: Transaction, actor: Actor, { version, outcome, answer, ...given }: Answer): Promise<void> {
  const { about, appeal, decision } = await lockAppeal(tx, given.appeal);
  if (appeal.version !== version || appeal.decidedAt) throw await conflict(tx, appeal);
  insist(canAnswer(actor, await appealedOf(tx, actor, about, { appeal, decision })));
  insist(canConclude(decision.overturnedAt !== null, outcome));
  const before = await tagsOfSubject(tx, about);
  if (outcome === "upheld" && !decision.overturnedAt) await takeBack(tx, about, decision);
  await answerAll(tx, actor, { appeal, decision }, { outcome, answer });
  const after = await tagsOfSubject(tx, (await findSubject(tx, about.caseId)) ?? about);
  const detail = { appealId: appeal.id, decisionId: decision.id, outcome };
  const event = { kind: "appeal_decided", actorId: actor.memberId, threadId: about.threadId, detail };
  const appears = outcome === "upheld" && decision.kind === "remove" && about.comment?.heldAt ? about.comment : null;
  const news = appears ? { thread: appears.threadId, position: appears.position } : undefined;
  await recordEvent(tx, event, [...new Set([...before, ...after])], news);
  const act = outcome === "upheld" ? "appeal_uphold" : "appeal_refuse";
  const line = { actorId: actor.memberId, act, subject: `appeal:${appeal.id}` };
  await audit(tx, { ...line, detail: { decisionId: decision.id, caseId: about.caseId, kind: decision.kind } });
}

/** Locks what the appeal is about before the appeal itself, as everywhere. */
async function lockAppeal(tx: Transaction, id: number): Promise<Found & { about: LockedSubject }> {
  const [of] = await tx
    .select({ caseId: decisions.caseId })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .where(eq(appeals.id, id));
  const about = of && (await lockSubject(tx, of.caseId));
  const [found] = await tx
    .select({ appeal: appeals, decision: decisions })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .where(eq(appeals.id, id))
    .for("update", { of: appeals });
  if (!about || !found) throw new Refusal("not_found");
  return { about, ...found };
}

async function takeBack(tx: Transaction, about: LockedSubject, decision: Found["decision"]): Promise<void> {
  if (decision.kind === "keep") {
    await tx
      .update(decisions)
      .set({ overturnedAt: sql`now()` })
      .where(eq(decisions.id, decision.id));
    return reopenCase(tx, about);
  }
  if (decision.kind === "remove") await endAutoHide(tx, about);
  await reverseDecision(tx, about, decision);
  // Whoever has the case open saw the thing as it was before.
  await tx
    .update(cases)
    .set({ version: sql`${cases.version} + 1` })
    .where(eq(cases.id, about.caseId));
  if (decision.kind === "remove") await letAppear(tx, about);
  if (decision.kind === "refuse_edit") await settleHeldEdit(tx, about, "apply");
  else if (await editWaits(tx, about)) await reopenCase(tx, about);
}

/** What the software hid was hidden until a moderator has read it, and now two have. */
async function endAutoHide(tx: Transaction, { case: { threadId, commentId } }: LockedSubject): Promise<void> {
  await tx.execute(sql`
    UPDATE decisions d SET overturned_at = now() FROM cases c
    WHERE c.id = d.case_id AND d.moderator_id IS NULL AND d.overturned_at IS NULL
      AND c.thread_id = ${threadId} AND c.comment_id IS NOT DISTINCT FROM ${commentId}`);
}

/** An edit of it still waits, which nobody has decided about. */
async function editWaits(tx: Transaction, { threadId, commentId }: LockedSubject): Promise<boolean> {
  if (!threadId) return false;
  const mine = commentId ? eq(heldEdits.commentId, commentId) : eq(heldEdits.threadId, threadId);
  return (await tx.select({ id: heldEdits.id }).from(heldEdits).where(mine)).length > 0;
}

/** Writes the answer and its mail. Others who objected to the same decision get it too when it was taken back. */
async function answerAll(
  tx: Transaction,
  actor: Actor,
  { appeal, decision }: Found,
  { outcome, answer }: Pick<Answer, "outcome" | "answer">,
): Promise<void> {
  const mine = outcome === "upheld" ? eq(appeals.decisionId, decision.id) : eq(appeals.id, appeal.id);
  const answered = await tx
    .update(appeals)
    .set({
      ...{ outcome, answer, decidedBy: actor.memberId },
      decidedAt: sql`now()`,
      version: sql`${appeals.version} + 1`,
    })
    .where(and(mine, isNull(appeals.decidedAt)))
    .returning({ id: appeals.id, memberId: appeals.memberId });
  await announceHeard(
    tx,
    answered.map(({ memberId }) => memberId),
  );
  for (const { id } of answered) await addJob(tx, "send_appeal_answer", { appealId: id });
}

/** Tells the second of two moderators what the first one answered. */
async function conflict(tx: Transaction, { decidedBy, outcome }: Found["appeal"]): Promise<Refusal> {
  const [by] = await tx
    .select({ who: members.handle })
    .from(members)
    .where(eq(members.id, decidedBy ?? 0));
  const facts = { who: by?.who ?? "Somebody", what: outcome ? appealOutcomeLabels[outcome] : "" };
  return new Refusal("appeal_changed", facts, undefined, 409);
}
